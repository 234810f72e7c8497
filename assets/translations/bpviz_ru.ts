<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru_RU" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Back to where I came from</source>
        <translation>Вернуться к прежнему шагу</translation>
    </message>
    <message>
        <source>Blank the screen</source>
        <translation>Погасить экран</translation>
    </message>
    <message>
        <source>Copy this moment as a link</source>
        <translation>Копировать ссылку на этот момент</translation>
    </message>
    <message>
        <source>First step</source>
        <translation>К первому шагу</translation>
    </message>
    <message>
        <source>Last step</source>
        <translation>К последнему шагу</translation>
    </message>
    <message>
        <source>Leave the presentation</source>
        <translation>Выйти из режима показа</translation>
    </message>
    <message>
        <source>Light on the unit under the mouse</source>
        <translation>Подсветка нейрона под мышью</translation>
    </message>
    <message>
        <source>Make a worksheet …</source>
        <translation>Сделать рабочий лист…</translation>
    </message>
    <message>
        <source>New initial Θ</source>
        <translation>Новые начальные Θ</translation>
    </message>
    <message>
        <source>Next line of the algorithm</source>
        <translation>Следующая строка алгоритма</translation>
    </message>
    <message>
        <source>Next scene</source>
        <translation>Следующая сцена</translation>
    </message>
    <message>
        <source>Notes for the lecturer</source>
        <translation>Заметки лектора</translation>
    </message>
    <message>
        <source>Open the last session</source>
        <translation>Открыть последний сеанс</translation>
    </message>
    <message>
        <source>Open the link on the clipboard</source>
        <translation>Открыть ссылку из буфера обмена</translation>
    </message>
    <message>
        <source>Open …</source>
        <translation>Открыть…</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Пуск</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Режим показа</translation>
    </message>
    <message>
        <source>Previous line of the algorithm</source>
        <translation>Предыдущая строка алгоритма</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Выйти</translation>
    </message>
    <message>
        <source>Red dot or arrow</source>
        <translation>Указка или стрелка</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Save the session …</source>
        <translation>Сохранить сеанс…</translation>
    </message>
    <message>
        <source>Scene before</source>
        <translation>Предыдущая сцена</translation>
    </message>
    <message>
        <source>Show the code</source>
        <translation>Показать код</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>Шаг назад</translation>
    </message>
    <message>
        <source>Step example by example</source>
        <translation>Шагать по примерам</translation>
    </message>
    <message>
        <source>Step forward</source>
        <translation>Шаг вперёд</translation>
    </message>
    <message>
        <source>Step layer by layer</source>
        <translation>Шагать по слоям</translation>
    </message>
    <message>
        <source>Step pass by pass</source>
        <translation>Шагать по проходам</translation>
    </message>
    <message>
        <source>Step unit by unit</source>
        <translation>Шагать по нейронам</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Обучать</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
</context>
<context>
    <name>Algorithm</name>
    <message>
        <source>(bias row dropped)</source>
        <translation>(без строки смещения)</translation>
    </message>
    <message>
        <source>Add this example’s share to Δ</source>
        <translation>Прибавить к Δ вклад примера</translation>
    </message>
    <message>
        <source>Change the weights</source>
        <translation>Изменить веса</translation>
    </message>
    <message>
        <source>Click: go to its next step</source>
        <translation>Щелчок — к следующему шагу этой строки</translation>
    </message>
    <message>
        <source>Compare the output with the target</source>
        <translation>Сравнить выход с правильным ответом</translation>
    </message>
    <message>
        <source>Fold the reason away</source>
        <translation>Свернуть объяснение</translation>
    </message>
    <message>
        <source>Go forward, layer by layer</source>
        <translation>Пройти вперёд, слой за слоем</translation>
    </message>
    <message>
        <source>Line {number}: {title}</source>
        <translation>Строка {number}: {title}</translation>
    </message>
    <message>
        <source>Make the gradient of the sums</source>
        <translation>Получить из сумм градиент</translation>
    </message>
    <message>
        <source>Put the example in</source>
        <translation>Подать пример на вход</translation>
    </message>
    <message>
        <source>Send the errors back, layer by layer</source>
        <translation>Передать ошибки назад, слой за слоем</translation>
    </message>
    <message>
        <source>Start every sum Δ at zero</source>
        <translation>Обнулить все суммы Δ</translation>
    </message>
    <message>
        <source>Take one example after the other</source>
        <translation>Перебрать примеры по одному</translation>
    </message>
    <message>
        <source>The algorithm</source>
        <translation>Алгоритм</translation>
    </message>
    <message>
        <source>Why line {number} is so</source>
        <translation>Почему строка {number} именно такая</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Почему?</translation>
    </message>
    <message>
        <source>for</source>
        <translation>для</translation>
    </message>
    <message>
        <source>now with the D of a part of the examples: {optimizer}</source>
        <translation>сейчас D — по части примеров ({optimizer})</translation>
    </message>
    <message>
        <source>of</source>
        <translation>из</translation>
    </message>
    <message>
        <source>or give J and D to CG, BFGS or L-BFGS</source>
        <translation>или передать J и D методу CG, BFGS или L-BFGS</translation>
    </message>
    <message>
        <source>or, as now: J and D are given to {optimizer}</source>
        <translation>сейчас J и D передаются методу: {optimizer}</translation>
    </message>
    <message>
        <source>or, as now: {optimizer} makes its own step of D</source>
        <translation>сейчас из D делается другой шаг: {optimizer}</translation>
    </message>
    <message>
        <source>the line now</source>
        <translation>текущая строка</translation>
    </message>
</context>
<context>
    <name>CheckPanel</name>
    <message numerus="yes">
        <source>%n left out, where a ReLU switches and J has a corner</source>
        <translation>
            <numerusform>пропущен %n вес: там ReLU переключается и у J излом</numerusform>
            <numerusform>пропущены %n веса: там ReLU переключается и у J излом</numerusform>
            <numerusform>пропущено %n весов: там ReLU переключается и у J излом</numerusform>
        </translation>
    </message>
    <message>
        <source>A sandbox: training, and everything else on screen, keeps to the right D</source>
        <translation>Это песочница: обучение и всё остальное на экране пользуются верным D</translation>
    </message>
    <message>
        <source>Caught: this D is not ∂J/∂Θ</source>
        <translation>Ошибка поймана: такой D — не ∂J/∂Θ</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Проверить снова</translation>
    </message>
    <message>
        <source>D is not ∂J/∂Θ</source>
        <translation>D — не ∂J/∂Θ</translation>
    </message>
    <message>
        <source>D is the same</source>
        <translation>D не меняется</translation>
    </message>
    <message>
        <source>D is ∂J/∂Θ</source>
        <translation>D — это ∂J/∂Θ</translation>
    </message>
    <message>
        <source>How far D and d are apart, beside their size</source>
        <translation>Насколько D и d расходятся по сравнению с их величиной</translation>
    </message>
    <message>
        <source>Iteration {n}</source>
        <translation>Итерация {n}</translation>
    </message>
    <message>
        <source>J(Θ) is too large for a check: not every slope is a number</source>
        <translation>J(Θ) слишком велика для проверки: не каждая производная — конечное число</translation>
    </message>
    <message>
        <source>Line 5 with y − a in place of a − y</source>
        <translation>Строка 5 с y − a вместо a − y</translation>
    </message>
    <message>
        <source>Line 6 without ⊙ g′(z)</source>
        <translation>Строка 6 без ⊙ g′(z)</translation>
    </message>
    <message>
        <source>Line 7 with a₀ = 0: column 0 stays empty</source>
        <translation>Строка 7 с a₀ = 0: столбец 0 остаётся нулевым</translation>
    </message>
    <message>
        <source>Line 8 with (λ/m)Θ for j = 0 too</source>
        <translation>Строка 8 с (λ/m)Θ и при j = 0</translation>
    </message>
    <message>
        <source>Line 8 with Δ in place of Δ/m</source>
        <translation>Строка 8 с Δ вместо Δ/m</translation>
    </message>
    <message>
        <source>Lines 5 and 6 without ⊙ g′(z)</source>
        <translation>Строки 5 и 6 без ⊙ g′(z)</translation>
    </message>
    <message>
        <source>Not to be seen here: {why}</source>
        <translation>Здесь этого не заметить: {why}</translation>
    </message>
    <message>
        <source>Relative difference: |D − d| / max(|D|, |d|, 10⁻³ max|d|, 10⁻⁴ J), with d = [J(Θ + ε) − J(Θ − ε)] / 2ε and ε = 10⁻⁴, or less where J bends; up to {limit} is rounding.</source>
        <translation>Относительная разность: |D − d| / max(|D|, |d|, 10⁻³ max|d|, 10⁻⁴ J), где d = [J(Θ + ε) − J(Θ − ε)] / 2ε и ε = 10⁻⁴ или меньше там, где J изгибается; до {limit} — погрешность округления.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>The algorithm as it is</source>
        <translation>Алгоритм как он есть</translation>
    </message>
    <message>
        <source>The gradient check</source>
        <translation>Проверка градиента</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Вес</translation>
    </message>
    <message>
        <source>Weights compared</source>
        <translation>Сравнение весов</translation>
    </message>
    <message>
        <source>Weights, farthest apart first</source>
        <translation>Веса, начиная с самой большой разности</translation>
    </message>
    <message>
        <source>What if g′ were forgotten?</source>
        <translation>Что, если забыть g′?</translation>
    </message>
    <message>
        <source>What if nobody divided by m?</source>
        <translation>Что, если не поделить на m?</translation>
    </message>
    <message>
        <source>What if the bias column were forgotten?</source>
        <translation>Что, если забыть столбец смещения?</translation>
    </message>
    <message>
        <source>What if the sign were wrong?</source>
        <translation>Что, если перепутать знак?</translation>
    </message>
    <message>
        <source>What if λ reached the bias column?</source>
        <translation>Что, если применить λ и к смещению?</translation>
    </message>
    <message>
        <source>What would happen if something were wrong</source>
        <translation>Что было бы, будь в алгоритме ошибка</translation>
    </message>
    <message>
        <source>all {n} training examples</source>
        <translation>примеры: все {n}</translation>
    </message>
    <message>
        <source>all {n} weights</source>
        <translation>веса: все {n}</translation>
    </message>
    <message>
        <source>m is 1</source>
        <translation>m = 1</translation>
    </message>
    <message>
        <source>no g′ stands in these lines</source>
        <translation>в этих строках нет g′</translation>
    </message>
    <message>
        <source>numeric d</source>
        <translation>числ. d</translation>
    </message>
    <message>
        <source>rel. diff.</source>
        <translation>отн. разн.</translation>
    </message>
    <message>
        <source>the first {taken} of {n} training examples</source>
        <translation>примеры: первые {taken} из {n}</translation>
    </message>
    <message>
        <source>the weights of the bias units are 0</source>
        <translation>веса единичных нейронов равны 0</translation>
    </message>
    <message>
        <source>{deed}. Only in this table.</source>
        <translation>{deed}. Только в этой таблице.</translation>
    </message>
    <message>
        <source>{n} differ</source>
        <translation>расходятся: {n}</translation>
    </message>
    <message>
        <source>{taken} of {n} weights</source>
        <translation>веса: {taken} из {n}</translation>
    </message>
    <message>
        <source>Θ of which layer, into unit i from unit j</source>
        <translation>Θ какого слоя, в нейрон i из нейрона j</translation>
    </message>
    <message>
        <source>λ is 0</source>
        <translation>λ = 0</translation>
    </message>
    <message>
        <source>∂J/∂Θ by backpropagation</source>
        <translation>∂J/∂Θ обратным распространением ошибки</translation>
    </message>
    <message>
        <source>∂J/∂Θ by central differences of J</source>
        <translation>∂J/∂Θ по центральным разностям J</translation>
    </message>
</context>
<context>
    <name>Code</name>
    <message>
        <source>5 6 7  backward() leaves δ⁽ˡ⁾ = ∂loss/∂z⁽ˡ⁾ in z.grad</source>
        <translation>5 6 7  backward() оставляет δ⁽ˡ⁾ = ∂loss/∂z⁽ˡ⁾ в z.grad</translation>
    </message>
    <message>
        <source>8  the penalty of J is λ/2m Σ Θ², bias columns left out; its backward()</source>
        <translation>8  штраф в J — это λ/2m Σ Θ² без столбцов смещения; его backward()</translation>
    </message>
    <message>
        <source>Autograd does the work of lines 5 to 8: nothing here says how to</source>
        <translation>Работу строк 5–8 делает autograd: здесь не сказано, как распространять</translation>
    </message>
    <message>
        <source>Backpropagation as in the lecture: network {layers}, training example {i} of {m}.</source>
        <translation>Обратное распространение ошибки, как в лекции: сеть {layers}, пример {i} из {m}.</translation>
    </message>
    <message>
        <source>D⁽ˡ⁾ := Δ⁽ˡ⁾ / m + (λ/m) Θ⁽ˡ⁾, the bias column without λ</source>
        <translation>D⁽ˡ⁾ := Δ⁽ˡ⁾ / m + (λ/m) Θ⁽ˡ⁾, столбец смещения без λ</translation>
    </message>
    <message>
        <source>Prints z, a and δ of this example, Δ after it, and D over all {m}.</source>
        <translation>Печатает z, a и δ этого примера, Δ после него и D по всей выборке (m = {m}).</translation>
    </message>
    <message>
        <source>The example: inputs and targets</source>
        <translation>Пример: входы и правильные ответы</translation>
    </message>
    <message>
        <source>The training set, one example a row</source>
        <translation>Обучающая выборка, по примеру в строке</translation>
    </message>
    <message>
        <source>This example alone (m = 1): Δ is what it adds in line 7, and D is ∂J/∂Θ</source>
        <translation>Только этот пример (m = 1): Δ — его вклад в строке 7, а D — это ∂J/∂Θ,</translation>
    </message>
    <message>
        <source>adds λΘ⁽ˡ⁾ to Theta.grad, and D⁽ˡ⁾ is all of that divided by m</source>
        <translation>прибавляет λΘ⁽ˡ⁾ к Theta.grad, а D⁽ˡ⁾ — всё это, делённое на m</translation>
    </message>
    <message>
        <source>and adds δ⁽ˡ⁺¹⁾ (a⁽ˡ⁾)ᵀ to Theta.grad, which is Δ⁽ˡ⁾</source>
        <translation>и прибавляет δ⁽ˡ⁺¹⁾ (a⁽ˡ⁾)ᵀ к Theta.grad; это и есть Δ⁽ˡ⁾</translation>
    </message>
    <message>
        <source>as if it were the only one. D over all {m} examples is another.</source>
        <translation>как если бы других не было. По всей выборке (m = {m}) D другой.</translation>
    </message>
    <message>
        <source>propagate back, so its numbers are an independent check.</source>
        <translation>ошибку назад, поэтому его числа — независимая проверка.</translation>
    </message>
    <message>
        <source>the example that is printed</source>
        <translation>пример, который печатается</translation>
    </message>
    <message>
        <source>there is no δ⁽¹⁾: nobody can change x</source>
        <translation>δ⁽¹⁾ нет: x изменить нельзя</translation>
    </message>
    <message>
        <source>this example alone</source>
        <translation>только этот пример</translation>
    </message>
    <message>
        <source>z⁽ˡ⁺¹⁾ := Θ⁽ˡ⁾ a⁽ˡ⁾ with a₀ = 1;  a⁽ˡ⁺¹⁾ := g(z⁽ˡ⁺¹⁾)</source>
        <translation>z⁽ˡ⁺¹⁾ := Θ⁽ˡ⁾ a⁽ˡ⁾, где a₀ = 1;  a⁽ˡ⁺¹⁾ := g(z⁽ˡ⁺¹⁾)</translation>
    </message>
    <message>
        <source>Θ⁽ˡ⁾ leads from layer l to layer l + 1; column 0: bias unit</source>
        <translation>Θ⁽ˡ⁾ ведёт из слоя l в слой l + 1; столбец 0 — нейрон смещения</translation>
    </message>
    <message>
        <source>δ⁽ˡ⁾ := (Θ⁽ˡ⁾)ᵀ δ⁽ˡ⁺¹⁾ ⊙ g′(z⁽ˡ⁾), the bias row dropped</source>
        <translation>δ⁽ˡ⁾ := (Θ⁽ˡ⁾)ᵀ δ⁽ˡ⁺¹⁾ ⊙ g′(z⁽ˡ⁾), без строки смещения</translation>
    </message>
</context>
<context>
    <name>CodeDialog</name>
    <message numerus="yes">
        <source>All %n examples</source>
        <translation>
            <numerusform>Все %n пример</numerusform>
            <numerusform>Все %n примера</numerusform>
            <numerusform>Все %n примеров</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %n lines.</source>
        <translation>
            <numerusform>Скопирована %n строка.</numerusform>
            <numerusform>Скопированы %n строки.</numerusform>
            <numerusform>Скопировано %n строк.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Language of the program</source>
        <translation>Язык программы</translation>
    </message>
    <message>
        <source>Large matrices are only sketched here; Copy and Save write every number.</source>
        <translation>Большие матрицы здесь сокращены; «Копировать» и «Сохранить» выдают все числа.</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Программа</translation>
    </message>
    <message>
        <source>Save as file…</source>
        <translation>Сохранить в файл…</translation>
    </message>
    <message>
        <source>Save the program</source>
        <translation>Сохранить программу</translation>
    </message>
    <message>
        <source>Saved as {path}.</source>
        <translation>Сохранено в {path}.</translation>
    </message>
    <message>
        <source>The code of this moment</source>
        <translation>Код для этого момента</translation>
    </message>
    <message>
        <source>Walk through the whole training set: Δ and D are then those on screen. Otherwise this example is taken for all there is (m = 1).</source>
        <translation>Пройти по всей обучающей выборке: тогда Δ и D — те же, что на экране. Иначе считается, что других примеров нет (m = 1).</translation>
    </message>
    <message>
        <source>{language} program</source>
        <translation>Программа {language}</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source> (The lesson can be given all the same.)</source>
        <translation> (Урок можно провести и так.)</translation>
    </message>
    <message>
        <source> (validation {value})</source>
        <translation> (на проверке {value})</translation>
    </message>
    <message>
        <source> and </source>
        <translation> и </translation>
    </message>
    <message>
        <source> or </source>
        <translation> или </translation>
    </message>
    <message numerus="yes">
        <source>%n scenes</source>
        <translation>
            <numerusform>%n сцена</numerusform>
            <numerusform>%n сцены</numerusform>
            <numerusform>%n сцен</numerusform>
        </translation>
    </message>
    <message>
        <source>--layers: the data set {name} needs {first} units in the first layer and {last} in the last, such as {example}, not {given}.</source>
        <translation>--layers: при наборе данных {name} в первом слое должно быть нейронов: {first}, в последнем: {last}, например {example}, а не {given}.</translation>
    </message>
    <message>
        <source>--of training needs --iterations: how long to train.</source>
        <translation>Для --of training нужно --iterations: сколько шагов обучать.</translation>
    </message>
    <message>
        <source>--output {output} and --cost {cost} do not go together; these do: {known}.</source>
        <translation>--output {output} и --cost {cost} не сочетаются; сочетаются {known}.</translation>
    </message>
    <message>
        <source>--output {output} with --cost {cost}: targets have to lie between 0 and 1; those of {data} do not. --output {suits} suits them.</source>
        <translation>--output {output} вместе с --cost {cost}: правильные ответы должны лежать между 0 и 1, а у {data} это не так. Им подойдёт --output {suits}.</translation>
    </message>
    <message>
        <source>--output {output}: targets have to sum to 1 in each example; those of {data} do not. --output {suits} suits them.</source>
        <translation>--output {output}: правильные ответы каждого примера должны давать в сумме 1, а у {data} это не так. Им подойдёт --output {suits}.</translation>
    </message>
    <message>
        <source>--scene: it goes with --lesson only.</source>
        <translation>--scene: только вместе с --lesson.</translation>
    </message>
    <message>
        <source>--scene: the lesson has {scenes} scenes, not {given}.</source>
        <translation>--scene: сцены с номером {given} нет; сцен в уроке — {scenes}.</translation>
    </message>
    <message>
        <source>--step cannot be combined with --example or --line.</source>
        <translation>--step нельзя сочетать с --example и --line.</translation>
    </message>
    <message>
        <source>--weights: they are of the layers {layers}, not {given}.</source>
        <translation>--weights: эти веса от сети {layers}, а не {given}.</translation>
    </message>
    <message>
        <source>1/t has halved α by then, cosine is at its end; else all --iterations</source>
        <translation>к этой итерации 1/t уменьшает α вдвое, cosine доходит до конца; иначе — все --iterations</translation>
    </message>
    <message>
        <source>; or a file: CSV, .mat, .npz</source>
        <translation>; или файл: CSV, .mat, .npz</translation>
    </message>
    <message>
        <source>Compare the gradient D of backpropagation with central differences of J(Θ), weight by weight, or with as many weights of a large network as five seconds allow. The exit status is 1 if the relative difference of a weight, or of all together, exceeds {limit} by more than rounding.</source>
        <translation>Сравнивает градиент D, найденный обратным распространением ошибки, с центральными разностями J(Θ), вес за весом; у большой сети — столько весов, сколько успевает за пять секунд. Код завершения 1, если относительная разность у одного веса или у всех вместе больше {limit} и это не погрешность округления.</translation>
    </message>
    <message>
        <source>D is not ∂J/∂Θ: nothing should exceed {limit}</source>
        <translation>D — не ∂J/∂Θ: разности не должны превышать {limit}</translation>
    </message>
    <message>
        <source>D is ∂J/∂Θ: all of D is so near 0 that only rounding is left</source>
        <translation>D — это ∂J/∂Θ: весь D так близок к нулю, что осталась только погрешность округления</translation>
    </message>
    <message>
        <source>D is ∂J/∂Θ: nothing exceeds {limit}</source>
        <translation>D — это ∂J/∂Θ: ни одна разность не больше {limit}</translation>
    </message>
    <message>
        <source>Draw the window, the network or the equation at any step of the algorithm: as SVG or PDF, which can be enlarged at will, or as PNG. No display is needed.</source>
        <translation>Рисует окно, сеть или формулу на любом шаге алгоритма: в SVG или PDF, которые можно увеличивать сколько угодно, или в PNG. Дисплей не нужен.</translation>
    </message>
    <message>
        <source>English</source>
        <translation>английский</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>ФАЙЛ</translation>
    </message>
    <message>
        <source>FILE.csv</source>
        <translation>ФАЙЛ.csv</translation>
    </message>
    <message>
        <source>FILE.gif or FILE.mp4: the name of the movie is missing.</source>
        <translation>ФАЙЛ.gif или ФАЙЛ.mp4: не указано имя видеофайла.</translation>
    </message>
    <message>
        <source>FILE.png: the name of the picture is missing.</source>
        <translation>ФАЙЛ.png: не указано имя рисунка.</translation>
    </message>
    <message>
        <source>FILE: the name of the worksheet is missing.</source>
        <translation>ФАЙЛ: не указано имя файла для рабочего листа.</translation>
    </message>
    <message>
        <source>Lessons: text files that say scene by scene what is told and what is shown. check names all that is wrong with one, list tells which ship, open gives one in the window.</source>
        <translation>Уроки — текстовые файлы, в которых сцена за сценой сказано, что рассказывать и что при этом показывать. check называет все ошибки в файле, list перечисляет готовые уроки, open открывает урок в окне.</translation>
    </message>
    <message>
        <source>MB</source>
        <translation>МБ</translation>
    </message>
    <message>
        <source>Make a movie of some steps of the algorithm, or of training. No display is needed. GIF needs nothing more, MP4 the extra bpviz[video]. Ctrl+C leaves no file behind.</source>
        <translation>Делает видео: несколько шагов алгоритма или обучение. Дисплей не нужен. Для GIF больше ничего не нужно, для MP4 — дополнение bpviz[video]. После Ctrl+C файла не остаётся.</translation>
    </message>
    <message>
        <source>NAME|FILE</source>
        <translation>ИМЯ|ФАЙЛ</translation>
    </message>
    <message>
        <source>Put bpviz into the menu of your desktop, and let it open .bpviz files and bpviz: links; or take it out again. It concerns nobody but you. For desktops on Linux and BSD.</source>
        <translation>Добавляет bpviz в меню рабочего стола и поручает ей открывать файлы .bpviz и ссылки bpviz: — или убирает её оттуда. Касается только вас, но не других пользователей. Для рабочих столов Linux и BSD.</translation>
    </message>
    <message>
        <source>RMS error</source>
        <translation>среднеквадратичная ошибка</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>русский</translation>
    </message>
    <message>
        <source>See backpropagation happen, number by number. Without a command the window opens; bpviz train, check, snapshot, movie … do without it, and each has its own --help.</source>
        <translation>Обратное распространение ошибки у вас на глазах, число за числом. Без команды открывается окно; bpviz train, check, snapshot, movie … обходятся без него, и у каждой команды есть своя справка, --help.</translation>
    </message>
    <message>
        <source>There is no command “{name}”; there are {known}.</source>
        <translation>Команды «{name}» нет; есть {known}.</translation>
    </message>
    <message>
        <source>There is no “{name}” here; {program} --help tells all.</source>
        <translation>Здесь нет «{name}»; что есть, покажет {program} --help.</translation>
    </message>
    <message>
        <source>There is not enough memory for that.</source>
        <translation>Для этого не хватает памяти.</translation>
    </message>
    <message>
        <source>There was nothing to remove.</source>
        <translation>Убирать было нечего.</translation>
    </message>
    <message>
        <source>This system keeps its menus in another way. Open a file with “bpviz FILE”, or let the system always open .bpviz files with this program.</source>
        <translation>В этой системе меню устроены иначе. Открывайте файлы командой «bpviz ФАЙЛ» или назначьте в системе эту программу для файлов .bpviz.</translation>
    </message>
    <message>
        <source>To mend: {n}.</source>
        <translation>Надо исправить: {n}.</translation>
    </message>
    <message>
        <source>Train without a window: a progress bar in a terminal, then one line that sums up. Ctrl+C stops early and sums up what has been reached.</source>
        <translation>Обучает без окна: в терминале — полоса выполнения, затем одна строка с итогом. Ctrl+C останавливает раньше и подводит итог достигнутому.</translation>
    </message>
    <message>
        <source>What is not said of the network is as it suits the data.</source>
        <translation>Что о сети не сказано, выбирается по данным.</translation>
    </message>
    <message>
        <source>Which lesson? A file or a name is due after “{task}”.</source>
        <translation>Какой урок? После «{task}» нужен файл или имя.</translation>
    </message>
    <message>
        <source>Write a worksheet: a small network and one example, with tables in which the algorithm is computed by hand. Another seed gives another sheet. No display is needed.</source>
        <translation>Делает рабочий лист: небольшая сеть и один пример с таблицами, в которых алгоритм считают вручную. Другой seed — другой вариант. Дисплей не нужен.</translation>
    </message>
    <message>
        <source>a PNG of 256 colours, and of a third of the size</source>
        <translation>PNG из 256 цветов: файл втрое меньше</translation>
    </message>
    <message>
        <source>a lesson file, or the name of a lesson that ships</source>
        <translation>файл урока или имя готового урока</translation>
    </message>
    <message>
        <source>a link that the window has copied; “--moment” itself may be left out</source>
        <translation>ссылка, скопированная в окне; само «--moment» можно опустить</translation>
    </message>
    <message>
        <source>a name that ends in {suffixes} is due, not “{text}”.</source>
        <translation>имя файла должно оканчиваться на {suffixes}, а задано «{text}».</translation>
    </message>
    <message>
        <source>a number from 0 on and below 1 is due, not “{text}”.</source>
        <translation>нужно число от 0, меньшее 1, а не «{text}».</translation>
    </message>
    <message>
        <source>a number from 0 on is due, not “{text}”.</source>
        <translation>нужно число не меньше 0, а не «{text}».</translation>
    </message>
    <message>
        <source>a number greater than 0 is due, not “{text}”.</source>
        <translation>нужно число больше 0, а не «{text}».</translation>
    </message>
    <message>
        <source>a scale from {least} to {most} is due, not “{text}”.</source>
        <translation>нужен масштаб от {least} до {most}, а не «{text}».</translation>
    </message>
    <message>
        <source>a whole number from {least} on is due, not “{text}”.</source>
        <translation>нужно целое число не меньше {least}, а не «{text}».</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>точность</translation>
    </message>
    <message>
        <source>all together, ‖D − d‖ / ‖D + d‖ = {value}</source>
        <translation>все вместе: ‖D − d‖ / ‖D + d‖ = {value}</translation>
    </message>
    <message>
        <source>all {count} {what}</source>
        <translation>{what}: все {count}</translation>
    </message>
    <message>
        <source>at most 60 frames a second are due, not “{text}”.</source>
        <translation>нужно не больше 60 кадров в секунду, а не «{text}».</translation>
    </message>
    <message>
        <source>check</source>
        <translation>проверка</translation>
    </message>
    <message>
        <source>colours</source>
        <translation>светлые или тёмные цвета</translation>
    </message>
    <message>
        <source>data and network</source>
        <translation>данные и сеть</translation>
    </message>
    <message>
        <source>desktop</source>
        <translation>рабочий стол</translation>
    </message>
    <message>
        <source>exactly one value is due.</source>
        <translation>нужно ровно одно значение.</translation>
    </message>
    <message>
        <source>examples a step, for mini-batch, momentum and adam (32)</source>
        <translation>примеров на шаг, для mini-batch, momentum и adam (32)</translation>
    </message>
    <message>
        <source>file</source>
        <translation>файл</translation>
    </message>
    <message>
        <source>frames a second</source>
        <translation>кадров в секунду</translation>
    </message>
    <message>
        <source>g of the hidden layers</source>
        <translation>g скрытых слоёв</translation>
    </message>
    <message>
        <source>g of the output layer</source>
        <translation>g выходного слоя</translation>
    </message>
    <message>
        <source>how far a step goes</source>
        <translation>длина шага</translation>
    </message>
    <message>
        <source>how long a step lasts (1), or all of the training (10)</source>
        <translation>сколько секунд длится шаг (1) или всё обучение (10)</translation>
    </message>
    <message>
        <source>how many steps to train before; a few more may come of it</source>
        <translation>сколько итераций сначала обучать; может выйти чуть больше</translation>
    </message>
    <message>
        <source>how many times larger; a PNG gets as much finer</source>
        <translation>во сколько раз больше, а PNG — во столько же раз подробнее</translation>
    </message>
    <message>
        <source>how many training examples to take</source>
        <translation>сколько обучающих примеров взять</translation>
    </message>
    <message>
        <source>how Θ moves</source>
        <translation>как меняются Θ</translation>
    </message>
    <message>
        <source>how α becomes smaller (constant)</source>
        <translation>как убывает α (constant)</translation>
    </message>
    <message>
        <source>in general</source>
        <translation>общее</translation>
    </message>
    <message>
        <source>it takes no value.</source>
        <translation>значения здесь не нужно.</translation>
    </message>
    <message>
        <source>iterations: {count}</source>
        <translation>итераций: {count}</translation>
    </message>
    <message>
        <source>language to speak; else that of LC_ALL, LC_MESSAGES or LANG</source>
        <translation>язык программы; если не задан, его определяют LC_ALL, LC_MESSAGES и LANG</translation>
    </message>
    <message>
        <source>language to speak; else the one last chosen in the window, or that of LC_ALL, LC_MESSAGES or LANG</source>
        <translation>язык программы; если не задан — выбранный в окне в прошлый раз, иначе его определяют LC_ALL, LC_MESSAGES и LANG</translation>
    </message>
    <message>
        <source>largest relative difference {relative}, at {weight}: D = {D}, central difference {slope}</source>
        <translation>наибольшая относительная разность {relative}, у веса {weight}: D = {D}, центральная разность {slope}</translation>
    </message>
    <message>
        <source>learning rate; else what suits the data</source>
        <translation>скорость обучения; если не задана — та, что подходит данным</translation>
    </message>
    <message>
        <source>lesson</source>
        <translation>урок</translation>
    </message>
    <message>
        <source>line of the algorithm</source>
        <translation>строка алгоритма</translation>
    </message>
    <message>
        <source>memory for the checkpoints of each run, from which its iterations are shown again</source>
        <translation>память для контрольных точек каждого запуска, по которым его итерации показываются снова</translation>
    </message>
    <message>
        <source>moment</source>
        <translation>момент</translation>
    </message>
    <message>
        <source>movie</source>
        <translation>видео</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>мс</translation>
    </message>
    <message>
        <source>nothing to mend</source>
        <translation>исправлять нечего</translation>
    </message>
    <message>
        <source>one of {names} is due, not “{text}”.</source>
        <translation>нужно одно из значений {names}, а не «{text}».</translation>
    </message>
    <message>
        <source>one of {names} is due.</source>
        <translation>нужно одно из значений: {names}.</translation>
    </message>
    <message>
        <source>one scene</source>
        <translation>одна сцена</translation>
    </message>
    <message>
        <source>opened as by Ctrl+O: a session, a lesson, examples or weights</source>
        <translation>откроется, как по Ctrl+O: сеанс, урок, примеры или веса</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>рисунок</translation>
    </message>
    <message>
        <source>print the version</source>
        <translation>показать версию</translation>
    </message>
    <message>
        <source>print this help</source>
        <translation>показать эту справку</translation>
    </message>
    <message>
        <source>regularisation</source>
        <translation>параметр регуляризации</translation>
    </message>
    <message>
        <source>regularisation; else what suits the data</source>
        <translation>регуляризация; если не задана, выбирается по данным</translation>
    </message>
    <message>
        <source>results</source>
        <translation>результаты</translation>
    </message>
    <message>
        <source>s</source>
        <translation>с</translation>
    </message>
    <message>
        <source>scene of the lesson to begin with, from 1</source>
        <translation>с какой сцены урока начать, считая с 1</translation>
    </message>
    <message>
        <source>share of the last step that is kept (0.9)</source>
        <translation>какая доля прошлого шага сохраняется (0,9)</translation>
    </message>
    <message>
        <source>show each step as it ends, without motion</source>
        <translation>показывать каждый шаг сразу завершённым, без движения</translation>
    </message>
    <message>
        <source>size of the pages</source>
        <translation>формат страниц</translation>
    </message>
    <message>
        <source>step of the whole pass, from 0, instead of example and line</source>
        <translation>шаг всего прохода, считая с 0, вместо примера и строки</translation>
    </message>
    <message>
        <source>steps to take</source>
        <translation>сколько сделать итераций</translation>
    </message>
    <message>
        <source>the answer key instead of the sheet</source>
        <translation>ответы вместо листа</translation>
    </message>
    <message>
        <source>the network alone, or also the equation, or the algorithm as well; of training, the curve of J(Θ) instead of the equation</source>
        <translation>только сеть, или ещё и формула, или к ним алгоритм; у обучения вместо формулы — кривая J(Θ)</translation>
    </message>
    <message>
        <source>the step, layer or example chosen below, the whole pass, or the training, as long as --iterations says</source>
        <translation>выбранный ниже шаг, слой или пример, весь проход или обучение, сколько указано в --iterations</translation>
    </message>
    <message>
        <source>the units of two or more layers are due, each at least 1, such as 64-25-10, not “{text}”.</source>
        <translation>нужны числа нейронов двух или более слоёв, каждое не меньше 1, например 64-25-10, а не «{text}».</translation>
    </message>
    <message>
        <source>there is no folder “{folder}”.</source>
        <translation>папки «{folder}» нет.</translation>
    </message>
    <message>
        <source>training</source>
        <translation>обучение</translation>
    </message>
    <message>
        <source>training example, from 1</source>
        <translation>обучающий пример, считая с 1</translation>
    </message>
    <message>
        <source>training example, from 1 (else the first with the fewest zeros)</source>
        <translation>обучающий пример, считая с 1 (если не задан — первый, где меньше всего нулей)</translation>
    </message>
    <message>
        <source>training examples</source>
        <translation>обучающие примеры</translation>
    </message>
    <message>
        <source>units of each layer without the bias unit</source>
        <translation>число нейронов в каждом слое, без нейрона смещения</translation>
    </message>
    <message>
        <source>usage: </source>
        <translation>использование: </translation>
    </message>
    <message>
        <source>weights</source>
        <translation>веса</translation>
    </message>
    <message>
        <source>weights left out, since z of a ReLU passes 0 and J has a corner there: {count}</source>
        <translation>пропущено весов, у которых z нейрона с ReLU проходит через 0 и у J там излом: {count}</translation>
    </message>
    <message>
        <source>what J(Θ) measures</source>
        <translation>что измеряет J(Θ)</translation>
    </message>
    <message>
        <source>what to do</source>
        <translation>что сделать</translation>
    </message>
    <message>
        <source>what to draw, as it is in a window of that size</source>
        <translation>что рисовать: в том виде, какой у него в окне этого размера</translation>
    </message>
    <message>
        <source>where to write it; the ending says the format</source>
        <translation>куда записать; формат — по расширению имени</translation>
    </message>
    <message>
        <source>which random Θ to begin with</source>
        <translation>с каких случайных Θ начать</translation>
    </message>
    <message>
        <source>width x height in pixels</source>
        <translation>ширина x высота в пикселях</translation>
    </message>
    <message>
        <source>width x height in pixels is due, from 100x100 to 9999x9999, such as 1400x900, not “{text}”.</source>
        <translation>нужны ширина и высота в пикселях, от 100x100 до 9999x9999, например 1400x900, а не «{text}».</translation>
    </message>
    <message>
        <source>window</source>
        <translation>окно</translation>
    </message>
    <message>
        <source>with an answer key on pages of its own at the end</source>
        <translation>с ответами в конце, на отдельных страницах</translation>
    </message>
    <message>
        <source>worksheet</source>
        <translation>рабочий лист</translation>
    </message>
    <message>
        <source>write J(Θ) of every iteration as a table</source>
        <translation>записать J(Θ) каждой итерации таблицей</translation>
    </message>
    <message>
        <source>write Θ for bpviz, Octave, NumPy or PyTorch: {formats}</source>
        <translation>записать Θ для bpviz, Octave, NumPy или PyTorch: {formats}</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} мин</translation>
    </message>
    <message>
        <source>{option}: here it goes up to {most}, not {value}.</source>
        <translation>{option}: здесь самое большее {most}, а не {value}.</translation>
    </message>
    <message>
        <source>{option}: it cannot go with a file, which says all that itself.</source>
        <translation>{option}: вместе с файлом не указывается, в файле всё это уже сказано.</translation>
    </message>
    <message>
        <source>{taken} of {count} {what}, taken at random</source>
        <translation>{what}: {taken} из {count}, взяты наугад</translation>
    </message>
    <message>
        <source>Θ to begin with: .mat, .npz or .safetensors; its layers are taken</source>
        <translation>начальные Θ: .mat, .npz или .safetensors; слои берутся оттуда же</translation>
    </message>
    <message>
        <source>“{file}” holds examples but no weights; give it to --data.</source>
        <translation>В «{file}» есть примеры, но нет весов; укажите этот файл в --data.</translation>
    </message>
    <message>
        <source>“{file}” holds weights but no examples; give it to --weights.</source>
        <translation>В «{file}» есть веса, но нет примеров; укажите этот файл в --weights.</translation>
    </message>
</context>
<context>
    <name>CostPlot</name>
    <message>
        <source>Back to now</source>
        <translation>К последней</translation>
    </message>
    <message>
        <source>Begin another run at this Θ, with the settings of now</source>
        <translation>Начать новый запуск с этих Θ и с нынешними настройками</translation>
    </message>
    <message>
        <source>Click or drag: show that iteration (Left and Right go by one, Esc returns).
Wheel: zoom. Right or Shift drag: move. Double click: show everything.</source>
        <translation>Щелчок или протягивание: показать эту итерацию (стрелки влево и вправо — на одну, Esc — вернуться).
Колесо: масштаб. Правая кнопка или Shift: двигать. Двойной щелчок: показать всё.</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Значения через запятую (*.csv)</translation>
    </message>
    <message>
        <source>Continue from here</source>
        <translation>Продолжить отсюда</translation>
    </message>
    <message>
        <source>Export CSV…</source>
        <translation>Экспорт в CSV…</translation>
    </message>
    <message>
        <source>Export the curves</source>
        <translation>Экспорт кривых</translation>
    </message>
    <message>
        <source>Iteration {n}</source>
        <translation>Итерация {n}</translation>
    </message>
    <message>
        <source>Iteration {n} is shown</source>
        <translation>Показана итерация {n}</translation>
    </message>
    <message>
        <source>Iteration {n} is shown, not {asked}</source>
        <translation>Показана итерация {n}, а не {asked}</translation>
    </message>
    <message>
        <source>J(Θ) over the iterations of training</source>
        <translation>J(Θ) по итерациям обучения</translation>
    </message>
    <message>
        <source>Logarithmic horizontal scale</source>
        <translation>Логарифмическая горизонтальная шкала</translation>
    </message>
    <message>
        <source>Logarithmic scale for J(Θ)</source>
        <translation>Логарифмическая шкала J(Θ)</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Пауза</translation>
    </message>
    <message>
        <source>Play training back</source>
        <translation>Показать обучение с начала</translation>
    </message>
    <message>
        <source>Play training back from here</source>
        <translation>Показать обучение с этого места</translation>
    </message>
    <message>
        <source>Press Train (T) to watch J(Θ) fall.</source>
        <translation>Нажмите «Обучать» (T) — и J(Θ) станет убывать.</translation>
    </message>
    <message>
        <source>RMS error {error}</source>
        <translation>среднекв. ошибка {error}</translation>
    </message>
    <message>
        <source>Runs, playback, export</source>
        <translation>Запуски, показ обучения, экспорт</translation>
    </message>
    <message>
        <source>Show the latest Θ again (Esc)</source>
        <translation>Снова показать последние Θ (Esc)</translation>
    </message>
    <message>
        <source>Show the whole curve and follow it (double click)</source>
        <translation>Показать всю кривую и следить за ней (двойной щелчок)</translation>
    </message>
    <message>
        <source>The moment that is shown</source>
        <translation>Показанный момент</translation>
    </message>
    <message>
        <source>The whole run in {n} s</source>
        <translation>Весь запуск за {n} с</translation>
    </message>
    <message>
        <source>What J(Θ) is drawn along</source>
        <translation>Что отложено по горизонтальной оси</translation>
    </message>
    <message>
        <source>accuracy {right}</source>
        <translation>точность {right}</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>и ещё {n}</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>эпоха</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>эпохи</translation>
    </message>
    <message>
        <source>evaluations of J</source>
        <translation>вычисления J</translation>
    </message>
    <message>
        <source>evaluations of J or its gradient</source>
        <translation>вычисления J или её градиента</translation>
    </message>
    <message>
        <source>in validation {right}</source>
        <translation>на проверке {right}</translation>
    </message>
    <message>
        <source>iteration</source>
        <translation>итерация</translation>
    </message>
    <message>
        <source>iteration {n}</source>
        <translation>итерация {n}</translation>
    </message>
    <message>
        <source>iteration {n}: J = {J}</source>
        <translation>итерация {n}: J = {J}</translation>
    </message>
    <message>
        <source>iterations</source>
        <translation>итерации</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>секунды</translation>
    </message>
    <message>
        <source>seconds of training</source>
        <translation>секунды обучения</translation>
    </message>
    <message>
        <source>training</source>
        <translation>обучение</translation>
    </message>
    <message>
        <source>tried in line searches</source>
        <translation>пробы линейного поиска</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>проверка</translation>
    </message>
    <message>
        <source>{n}, not {asked}</source>
        <translation>{n}, а не {asked}</translation>
    </message>
    <message>
        <source>{shown}, with λ and α of now</source>
        <translation>{shown}, но λ и α нынешние</translation>
    </message>
    <message>
        <source>{speed} steps/s</source>
        <translation>{speed} шаг/с</translation>
    </message>
    <message>
        <source>λ and α are those of now.</source>
        <translation>λ и α — те, что заданы сейчас.</translation>
    </message>
</context>
<context>
    <name>Data</name>
    <message>
        <source>1 when at least one input is 1; one unit can learn it.</source>
        <translation>1, если хотя бы один вход равен 1; справится один нейрон.</translation>
    </message>
    <message>
        <source>1 when both inputs are 1; one unit can learn it.</source>
        <translation>1, если оба входа равны 1; справится один нейрон.</translation>
    </message>
    <message>
        <source>1 when the inputs agree; not to be learnt without hidden units.</source>
        <translation>1, если входы совпадают; без скрытых нейронов не выучить.</translation>
    </message>
    <message>
        <source>1 when the inputs differ; not to be learnt without hidden units.</source>
        <translation>1, если входы различны; без скрытых нейронов не выучить.</translation>
    </message>
    <message>
        <source>A curve (generated)</source>
        <translation>Кривая (сгенерирована)</translation>
    </message>
    <message>
        <source>A number to be fitted instead of classes: a sine, measured with noise.</source>
        <translation>Не классы, а число: синусоида, измеренная с шумом.</translation>
    </message>
    <message>
        <source>A ring of points within another; the border must close.</source>
        <translation>Кольцо точек внутри другого кольца; граница должна замкнуться.</translation>
    </message>
    <message>
        <source>AND</source>
        <translation>AND (И)</translation>
    </message>
    <message>
        <source>Did you mean “{name}”?</source>
        <translation>Может быть, «{name}»?</translation>
    </message>
    <message>
        <source>Drawn by hand; begun with “{title}”.</source>
        <translation>Нарисованы вручную; начато с набора «{title}».</translation>
    </message>
    <message>
        <source>Each input is divided by {largest}, so that it lies between 0 and 1.</source>
        <translation>Каждый вход поделён на {largest} и лежит поэтому между 0 и 1.</translation>
    </message>
    <message>
        <source>Each input is standardised: its mean over the training examples is subtracted, and the difference is divided by its standard deviation.</source>
        <translation>Каждый вход стандартизован: из него вычтено среднее по обучающим примерам, а разность поделена на стандартное отклонение.</translation>
    </message>
    <message>
        <source>Examples of the lesson</source>
        <translation>Примеры урока</translation>
    </message>
    <message>
        <source>Handwritten digits</source>
        <translation>Цифры 8×8</translation>
    </message>
    <message>
        <source>Iris flowers</source>
        <translation>Ирисы Фишера</translation>
    </message>
    <message>
        <source>OR</source>
        <translation>OR (ИЛИ)</translation>
    </message>
    <message>
        <source>Pedestrian, car, motorcycle or truck? Made-up measurements, not real ones.</source>
        <translation>Пешеход, автомобиль, мотоцикл или грузовик, как в лекции? Числа придуманы, это не настоящие измерения.</translation>
    </message>
    <message>
        <source>Points of your own</source>
        <translation>Свои точки</translation>
    </message>
    <message>
        <source>Road users, as in the lecture (generated)</source>
        <translation>На дороге (сгенерировано)</translation>
    </message>
    <message>
        <source>The inputs are scaled as those of “{title}” are.</source>
        <translation>Входы масштабированы так же, как в наборе «{title}».</translation>
    </message>
    <message>
        <source>The inputs are used as they are, without scaling.</source>
        <translation>Входы берутся как есть, без масштабирования.</translation>
    </message>
    <message>
        <source>There is no data set called “{name}”; there are {known}.</source>
        <translation>Набора данных «{name}» нет; есть {known}.</translation>
    </message>
    <message>
        <source>Two arms wound around each other: hard, and it takes patience.</source>
        <translation>Два рукава закручены один вокруг другого: задача трудная, нужно терпение.</translation>
    </message>
    <message>
        <source>Two clouds (generated)</source>
        <translation>Два облака (сгенерированы)</translation>
    </message>
    <message>
        <source>Two clouds of points that overlap a little; a straight line will do.</source>
        <translation>Два облака точек слегка перекрываются; для границы хватит прямой.</translation>
    </message>
    <message>
        <source>Two crescents that reach into each other; the border must bend.</source>
        <translation>Два полумесяца заходят один в другой; граница должна изогнуться.</translation>
    </message>
    <message>
        <source>Two moons (generated)</source>
        <translation>Два полумесяца (сгенерированы)</translation>
    </message>
    <message>
        <source>Two rings (generated)</source>
        <translation>Два кольца (сгенерированы)</translation>
    </message>
    <message>
        <source>Two spirals (generated)</source>
        <translation>Две спирали (сгенерированы)</translation>
    </message>
    <message>
        <source>Which digit, 0 to 9, is on a scanned picture of 8×8 points?</source>
        <translation>Какая рукописная цифра, от 0 до 9, на отсканированной картинке 8×8 точек?</translation>
    </message>
    <message>
        <source>Which of three species of iris has flowers of these sizes?</source>
        <translation>У какого из трёх видов ирисов цветки такого размера?</translation>
    </message>
    <message>
        <source>XNOR</source>
        <translation>XNOR (эквивалентность)</translation>
    </message>
    <message>
        <source>XOR</source>
        <translation>XOR (исключающее ИЛИ)</translation>
    </message>
    <message>
        <source>a truth table</source>
        <translation>таблица истинности</translation>
    </message>
    <message>
        <source>car</source>
        <translation>автомобиль</translation>
    </message>
    <message>
        <source>drawn by hand; begun with: {source}</source>
        <translation>нарисовано вручную; начато с данных: {source}</translation>
    </message>
    <message>
        <source>generated by bpviz</source>
        <translation>сгенерировано программой bpviz</translation>
    </message>
    <message>
        <source>height, m</source>
        <translation>высота, м</translation>
    </message>
    <message>
        <source>inner ring</source>
        <translation>внутреннее</translation>
    </message>
    <message>
        <source>length, m</source>
        <translation>длина, м</translation>
    </message>
    <message>
        <source>lower moon</source>
        <translation>нижний</translation>
    </message>
    <message>
        <source>motorcycle</source>
        <translation>мотоцикл</translation>
    </message>
    <message>
        <source>pedestrian</source>
        <translation>пешеход</translation>
    </message>
    <message>
        <source>petal length, cm</source>
        <translation>длина лепестка, см</translation>
    </message>
    <message>
        <source>petal width, cm</source>
        <translation>ширина лепестка, см</translation>
    </message>
    <message>
        <source>row {row}, column {column}</source>
        <translation>строка {row}, столбец {column}</translation>
    </message>
    <message>
        <source>second arm</source>
        <translation>второй</translation>
    </message>
    <message>
        <source>sepal length, cm</source>
        <translation>длина чашелистика, см</translation>
    </message>
    <message>
        <source>sepal width, cm</source>
        <translation>ширина чашелистика, см</translation>
    </message>
    <message>
        <source>speed, km/h</source>
        <translation>скорость, км/ч</translation>
    </message>
    <message>
        <source>the lesson</source>
        <translation>урок</translation>
    </message>
    <message>
        <source>truck</source>
        <translation>грузовик</translation>
    </message>
    <message>
        <source>upper right cloud</source>
        <translation>верхнее</translation>
    </message>
    <message>
        <source>x₁ AND x₂</source>
        <translation>x₁ И x₂</translation>
    </message>
    <message>
        <source>x₁ OR x₂</source>
        <translation>x₁ ИЛИ x₂</translation>
    </message>
    <message>
        <source>x₁ XNOR x₂</source>
        <translation>x₁ XNOR x₂</translation>
    </message>
    <message>
        <source>x₁ XOR x₂</source>
        <translation>x₁ XOR x₂</translation>
    </message>
    <message>
        <source>{m} examples that the lesson brings.</source>
        <translation>Примеры из самого урока: {m}.</translation>
    </message>
</context>
<context>
    <name>DataView</name>
    <message>
        <source>A point held back: {name}; {place}</source>
        <translation>Проверочная точка: {name}; {place}</translation>
    </message>
    <message>
        <source>Arrows move the cross, Space adds a point, Delete removes it, arrows with Ctrl move it, C changes the class.</source>
        <translation>Стрелки двигают перекрестие, пробел добавляет точку, Delete удаляет её, стрелки с Ctrl двигают её, C меняет класс.</translation>
    </message>
    <message>
        <source>Begin with an empty sheet; the example on screen stays</source>
        <translation>Начать с чистого листа; пример на экране останется</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Очистить</translation>
    </message>
    <message>
        <source>Click: add · drag: move · right click: remove · Ctrl+Z: undo</source>
        <translation>Щелчок: добавить · тянуть: двигать · правый щелчок: удалить · Ctrl+Z: отменить</translation>
    </message>
    <message>
        <source>Draw points</source>
        <translation>Рисовать точки</translation>
    </message>
    <message>
        <source>Example {i}: y = {y}</source>
        <translation>Пример {i}: y = {y}</translation>
    </message>
    <message>
        <source>Example {i}: y = {y}; the network says {h}</source>
        <translation>Пример {i}: y = {y}; ответ сети: {h}</translation>
    </message>
    <message>
        <source>Example {i}: {name}</source>
        <translation>Пример {i}: {name}</translation>
    </message>
    <message>
        <source>Example {i}: {name}; the network agrees</source>
        <translation>Пример {i}: {name}; сеть согласна</translation>
    </message>
    <message>
        <source>Example {i}: {name}; the network says {said}</source>
        <translation>Пример {i}: {name}; ответ сети: {said}</translation>
    </message>
    <message>
        <source>One point to learn from has to stay.</source>
        <translation>Хотя бы одна обучающая точка должна остаться.</translation>
    </message>
    <message>
        <source>RMS error {error}</source>
        <translation>среднеквадратичная ошибка {error}</translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation>Источник: {source}</translation>
    </message>
    <message>
        <source>The data set</source>
        <translation>Набор данных</translation>
    </message>
    <message>
        <source>Training examples</source>
        <translation>Обучающие примеры</translation>
    </message>
    <message>
        <source>class</source>
        <translation>класс</translation>
    </message>
    <message>
        <source>held back</source>
        <translation>проверочные</translation>
    </message>
    <message>
        <source>network says</source>
        <translation>ответ сети</translation>
    </message>
    <message>
        <source>{n} held back</source>
        <translation>проверочных: {n}</translation>
    </message>
    <message>
        <source>{n} to learn from</source>
        <translation>обучающих: {n}</translation>
    </message>
    <message>
        <source>{n} wrong</source>
        <translation>ошибок: {n}</translation>
    </message>
</context>
<context>
    <name>Display</name>
    <message>
        <source>Qt does not know the platform “{platform}” that QT_QPA_PLATFORM names.</source>
        <translation>Qt не знает платформы «{platform}», указанной в QT_QPA_PLATFORM.</translation>
    </message>
    <message>
        <source>Qt needs libraries that this machine lacks: {libraries}. On Debian or Ubuntu install them with: apt-get install -y {packages}</source>
        <translation>Qt нужны библиотеки, которых на этом компьютере нет: {libraries}. В Debian и Ubuntu их устанавливает команда: apt-get install -y {packages}</translation>
    </message>
    <message>
        <source>The display {variable}={value} cannot be opened: nobody answers, or not to you.</source>
        <translation>Дисплей {variable}={value} не открывается: никто не отвечает или вас не пускают.</translation>
    </message>
    <message>
        <source>There is no display to open a window on: neither DISPLAY nor WAYLAND_DISPLAY is set.</source>
        <translation>Окно негде открыть: дисплея нет, не заданы ни DISPLAY, ни WAYLAND_DISPLAY.</translation>
    </message>
    <message>
        <source>“bpviz snapshot window.png” draws the window into a file without a display; “xvfb-run bpviz” opens it on a virtual one (Xvfb, on Debian in the package xvfb).</source>
        <translation>«bpviz snapshot window.png» рисует окно в файл без дисплея; «xvfb-run bpviz» открывает его на виртуальном дисплее (Xvfb, в Debian — пакет xvfb).</translation>
    </message>
</context>
<context>
    <name>EquationPanel</name>
    <message numerus="yes">
        <source>%n digits: {number}</source>
        <translation>
            <numerusform>%n цифра: {number}</numerusform>
            <numerusform>%n цифры: {number}</numerusform>
            <numerusform>%n цифр: {number}</numerusform>
        </translation>
    </message>
    <message>
        <source>Activation of output unit {unit}: its share of the layer; all shares make 1</source>
        <translation>Активация выходного нейрона {unit}: его доля в слое; сумма всех долей равна 1</translation>
    </message>
    <message>
        <source>Activation of output unit {unit}: its weighted input, as it is</source>
        <translation>Активация выходного нейрона {unit}: взвешенная сумма его входов, как есть</translation>
    </message>
    <message>
        <source>Activation of unit {unit} in layer 1: entry {unit} of the input of example {i}</source>
        <translation>Активация нейрона {unit} слоя 1: компонента {unit} входа примера {i}</translation>
    </message>
    <message>
        <source>Activation of unit {unit} in layer {layer}: its weighted input if positive, otherwise 0</source>
        <translation>Активация нейрона {unit} слоя {layer}: взвешенная сумма его входов, если она положительна, иначе 0</translation>
    </message>
    <message>
        <source>Activation of unit {unit} in layer {layer}: its weighted input, squeezed between 0 and 1</source>
        <translation>Активация нейрона {unit} слоя {layer}: взвешенная сумма его входов, сжатая в интервал от 0 до 1</translation>
    </message>
    <message>
        <source>Activation of unit {unit} in layer {layer}: its weighted input, squeezed between −1 and 1</source>
        <translation>Активация нейрона {unit} слоя {layer}: взвешенная сумма его входов, сжатая в интервал от −1 до 1</translation>
    </message>
    <message>
        <source>Back to the step I came from (Alt+Left)</source>
        <translation>Вернуться к прежнему шагу (Alt+Влево)</translation>
    </message>
    <message>
        <source>Bias weight of unit {unit} in layer {after}: {what}</source>
        <translation>Вес смещения нейрона {unit} слоя {after}: {what}</translation>
    </message>
    <message>
        <source>Click: copy it</source>
        <translation>Щелчок — скопировать</translation>
    </message>
    <message>
        <source>Click: go to line {line}, which computed it</source>
        <translation>Щелчок — к строке {line}, где это вычислено</translation>
    </message>
    <message>
        <source>Copied as LaTeX</source>
        <translation>Скопировано как LaTeX</translation>
    </message>
    <message>
        <source>Copied: {text}</source>
        <translation>Скопировано: {text}</translation>
    </message>
    <message>
        <source>Copy as LaTeX</source>
        <translation>Копировать как LaTeX</translation>
    </message>
    <message>
        <source>Error of output unit {unit}: what it says minus what it should say</source>
        <translation>Ошибка выходного нейрона {unit}: его ответ минус правильный ответ</translation>
    </message>
    <message>
        <source>Error of output unit {unit}: what it says minus what it should say, times the slope of g</source>
        <translation>Ошибка выходного нейрона {unit}: разность его ответа и правильного, умноженная на наклон g</translation>
    </message>
    <message>
        <source>Error of unit {unit} in layer {layer}: the errors of layer {after}, weighted and sent back, times the slope of g</source>
        <translation>Ошибка нейрона {unit} слоя {layer}: взвешенная сумма ошибок слоя {after}, умноженная на наклон g</translation>
    </message>
    <message>
        <source>Errors of layer {layer}, sent back from layer {after}</source>
        <translation>Ошибки слоя {layer}, переданные назад из слоя {after}</translation>
    </message>
    <message>
        <source>Errors of the output: difference times slope of g</source>
        <translation>Ошибки выхода: разность, умноженная на наклон g</translation>
    </message>
    <message>
        <source>Errors of the output: output minus target</source>
        <translation>Ошибки выхода: выход минус правильный ответ</translation>
    </message>
    <message>
        <source>Example {i} adds its share, error times activation</source>
        <translation>Пример {i} добавляет свой вклад: ошибка, умноженная на активацию</translation>
    </message>
    <message>
        <source>Example {i} is through: {sentence}</source>
        <translation>Пример {i} пройден: {sentence}</translation>
    </message>
    <message>
        <source>Example {i} of {m} begins its walk</source>
        <translation>Пример {i} из {m} отправляется в путь</translation>
    </message>
    <message>
        <source>Example {i}, bias weight of unit {unit} in layer {after}: the unit’s error times 1 joins the sum</source>
        <translation>Пример {i}, вес смещения нейрона {unit} слоя {after}: к сумме прибавляется ошибка нейрона, умноженная на 1</translation>
    </message>
    <message>
        <source>Example {i}, weight from unit {source} to unit {unit}: error after it times activation before it joins the sum</source>
        <translation>Пример {i}, вес из нейрона {source} в нейрон {unit}: к сумме прибавляется ошибка на его конце, умноженная на активацию в его начале</translation>
    </message>
    <message>
        <source>Given: chosen in the tool bar</source>
        <translation>Дано: задано на панели инструментов</translation>
    </message>
    <message>
        <source>Given: from the data set</source>
        <translation>Дано: из набора данных</translation>
    </message>
    <message>
        <source>Gradient for the bias weight of unit {unit} in layer {after}: the mean over all examples, without λ</source>
        <translation>Градиент для веса смещения нейрона {unit} слоя {after}: среднее по всем примерам, без λ</translation>
    </message>
    <message>
        <source>Gradient for the weight from unit {source} to unit {unit}: the mean over all examples, plus the pull of λ</source>
        <translation>Градиент для веса из нейрона {source} в нейрон {unit}: среднее по всем примерам плюс вклад λ</translation>
    </message>
    <message>
        <source>Gradient: mean over the examples, plus λ’s pull</source>
        <translation>Градиент: среднее по примерам плюс вклад λ</translation>
    </message>
    <message>
        <source>Layer 1 takes the input of example {i}</source>
        <translation>Слой 1 принимает вход примера {i}</translation>
    </message>
    <message>
        <source>Layer {layer}: weighted inputs, then activations</source>
        <translation>Слой {layer}: взвешенные суммы, затем активации</translation>
    </message>
    <message numerus="yes">
        <source>Precision: %n digits</source>
        <translation>
            <numerusform>Показывать %n цифру</numerusform>
            <numerusform>Показывать %n цифры</numerusform>
            <numerusform>Показывать %n цифр</numerusform>
        </translation>
    </message>
    <message>
        <source>The bias unit of layer {layer} is always 1; nothing feeds it</source>
        <translation>Нейрон смещения слоя {layer} всегда равен 1; в него ничего не входит</translation>
    </message>
    <message>
        <source>The bias weight of unit {unit} in layer {after} takes a step against its gradient</source>
        <translation>Вес смещения нейрона {unit} слоя {after} делает шаг против градиента</translation>
    </message>
    <message>
        <source>The equation</source>
        <translation>Формула</translation>
    </message>
    <message>
        <source>The input is given, so layer 1 has no error</source>
        <translation>Вход дан, поэтому у слоя 1 ошибки нет</translation>
    </message>
    <message>
        <source>The pass is complete: {sentence}</source>
        <translation>Проход завершён: {sentence}</translation>
    </message>
    <message>
        <source>The plain gradient step; {optimizer} is given J and D instead</source>
        <translation>Обычный градиентный шаг; при обучении J и D передаются другому методу ({optimizer})</translation>
    </message>
    <message>
        <source>The plain gradient step; {optimizer} makes its own of D</source>
        <translation>Обычный градиентный шаг; при обучении из D делается другой ({optimizer})</translation>
    </message>
    <message>
        <source>The step with all examples; {optimizer} takes a part at a time</source>
        <translation>Шаг по всем примерам; при обучении они берутся по частям ({optimizer})</translation>
    </message>
    <message>
        <source>The sums for the weights of layer {layer} start at zero</source>
        <translation>Суммы для весов слоя {layer} начинаются с нуля</translation>
    </message>
    <message>
        <source>The weight from unit {source} to unit {unit} takes a step against its gradient</source>
        <translation>Вес из нейрона {source} в нейрон {unit} делает шаг против градиента</translation>
    </message>
    <message>
        <source>The weights take a step against their gradient</source>
        <translation>Веса делают шаг против градиента</translation>
    </message>
    <message>
        <source>This step has computed it</source>
        <translation>Вычислено на этом шаге</translation>
    </message>
    <message>
        <source>Weight from unit {source} to unit {unit}: {what}</source>
        <translation>Вес из нейрона {source} в нейрон {unit}: {what}</translation>
    </message>
    <message>
        <source>Weighted input of unit {unit} in layer {layer}: every activation of layer {before}, times its weight, added up</source>
        <translation>Взвешенная сумма нейрона {unit} слоя {layer}: активации слоя {before} умножены на веса и сложены</translation>
    </message>
    <message>
        <source>Θ of this pass: drawn at random or set by training before it</source>
        <translation>Θ этого прохода: случайные или полученные обучением до него</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Скопировано</translation>
    </message>
    <message>
        <source>Copied as LaTeX</source>
        <translation>Скопировано как LaTeX</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Copy as LaTeX</source>
        <translation>Копировать как LaTeX</translation>
    </message>
    <message>
        <source>Copy as LaTeX in colour</source>
        <translation>Копировать как цветной LaTeX</translation>
    </message>
    <message>
        <source>Curves of J(Θ) as CSV …</source>
        <translation>Кривые J(Θ) в CSV…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Экспорт</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>Экспорт…</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Формат</translation>
    </message>
    <message>
        <source>Formulas of this step</source>
        <translation>Формулы этого шага</translation>
    </message>
    <message>
        <source>LaTeX document</source>
        <translation>Документ LaTeX</translation>
    </message>
    <message>
        <source>Movie …</source>
        <translation>Видео…</translation>
    </message>
    <message>
        <source>NumPy</source>
        <translation>NumPy</translation>
    </message>
    <message>
        <source>Octave and MATLAB</source>
        <translation>Octave и MATLAB</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>Документ PDF</translation>
    </message>
    <message>
        <source>PDF: lines, for print</source>
        <translation>PDF: векторный, для печати</translation>
    </message>
    <message>
        <source>PNG picture</source>
        <translation>Рисунок PNG</translation>
    </message>
    <message>
        <source>PNG: pixels</source>
        <translation>PNG: растровый</translation>
    </message>
    <message>
        <source>Picture of this moment</source>
        <translation>Рисунок этого момента</translation>
    </message>
    <message>
        <source>Picture of this moment …</source>
        <translation>Рисунок этого момента…</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Предварительный просмотр</translation>
    </message>
    <message>
        <source>PyTorch (safetensors)</source>
        <translation>PyTorch (safetensors)</translation>
    </message>
    <message>
        <source>SVG picture</source>
        <translation>Рисунок SVG</translation>
    </message>
    <message>
        <source>SVG: lines, for slides and the web</source>
        <translation>SVG: векторный, для слайдов и веба</translation>
    </message>
    <message>
        <source>Save as LaTeX …</source>
        <translation>Сохранить как LaTeX…</translation>
    </message>
    <message>
        <source>Save as SVG …</source>
        <translation>Сохранить как SVG…</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>Сохранить как…</translation>
    </message>
    <message>
        <source>Save the formulas</source>
        <translation>Сохранить формулы</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>Сохранить рисунок</translation>
    </message>
    <message>
        <source>Save the weights</source>
        <translation>Сохранить веса</translation>
    </message>
    <message>
        <source>Saved as {file}</source>
        <translation>Сохранено: {file}</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Масштаб</translation>
    </message>
    <message>
        <source>The equation</source>
        <translation>Формула</translation>
    </message>
    <message>
        <source>The network</source>
        <translation>Сеть</translation>
    </message>
    <message>
        <source>The whole window</source>
        <translation>Всё окно</translation>
    </message>
    <message>
        <source>Weights Θ …</source>
        <translation>Веса Θ…</translation>
    </message>
    <message>
        <source>{width} × {height} pixels</source>
        <translation>{width} × {height} пикселей</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>“{typed}” cannot be {symbol}, which goes from {least} to {most}.</source>
        <translation>«{typed}» не подходит: {symbol} может быть от {least} до {most}.</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>A network to begin with: {layers}.</source>
        <translation>Сеть для начала: {layers}.</translation>
    </message>
    <message>
        <source>A network with layers {layers}, {weights} weights,</source>
        <translation>Сеть со слоями {layers} (весов: {weights})</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Все файлы</translation>
    </message>
    <message>
        <source>All rows have the same value there.</source>
        <translation>Во всех строках там одно и то же значение.</translation>
    </message>
    <message>
        <source>All {m} examples are learnt from; none is held back.</source>
        <translation>Сеть учится на всех примерах (их {m}); для проверки не отложен ни один.</translation>
    </message>
    <message>
        <source>An input that stands for a word is 1 where the column holds it, otherwise 0.</source>
        <translation>Вход, заменяющий слово, равен 1 там, где в столбце стоит это слово, и 0 в остальных строках.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Class 10 stands for the digit 0, as in the course&apos;s files.</source>
        <translation>Класс 10 означает цифру 0, как в файлах курса.</translation>
    </message>
    <message>
        <source>Every row has the same “{name}” or none, so there is nothing to learn; choose another column as the target.</source>
        <translation>В каждой строке «{name}» одно и то же или не указано, поэтому учиться нечему; выберите для ответа другой столбец.</translation>
    </message>
    <message>
        <source>Everything bpviz can open</source>
        <translation>Всё, что открывает bpviz</translation>
    </message>
    <message>
        <source>Hidden units: {hidden}; output: {output}.</source>
        <translation>Скрытые нейроны: {hidden}; выход: {output}.</translation>
    </message>
    <message>
        <source>How large are {topic}?</source>
        <translation>Чему равны {topic}?</translation>
    </message>
    <message>
        <source>How large are {topic}? They are standardised.</source>
        <translation>Чему равны {topic}? Значения стандартизованы.</translation>
    </message>
    <message>
        <source>How large is “{topic}”?</source>
        <translation>Чему равно «{topic}»?</translation>
    </message>
    <message>
        <source>How large is “{topic}”? It is standardised.</source>
        <translation>Чему равно «{topic}»? Значения стандартизованы.</translation>
    </message>
    <message>
        <source>Inputs that stand for a word are 0 or 1 and stay so.</source>
        <translation>Входы, заменяющие слова, равны 0 или 1 и такими остаются.</translation>
    </message>
    <message>
        <source>Inputs, {n}: {names}.</source>
        <translation>Входы ({n}): {names}.</translation>
    </message>
    <message>
        <source>It holds too many different words to make inputs of.</source>
        <translation>Там слишком много разных слов, чтобы сделать из них входы.</translation>
    </message>
    <message>
        <source>It only numbers the rows.</source>
        <translation>Там только номера строк.</translation>
    </message>
    <message>
        <source>Layers without bias units get weights of 0 for them.</source>
        <translation>В слоях без нейронов смещения их веса считаются равными 0.</translation>
    </message>
    <message>
        <source>Left out: {names}. {why}</source>
        <translation>Пропущено: {names}. {why}</translation>
    </message>
    <message>
        <source>Line {line} has {cells} columns, and the first row has {width}: complete it, or put cells in which the delimiter occurs into quotation marks.</source>
        <translation>В строке {line} столбцов: {cells}, а в первой: {width}. Дополните её или возьмите в кавычки ячейки, внутри которых есть разделитель.</translation>
    </message>
    <message>
        <source>Line {line} is longer than {most} million characters: what is it made of?</source>
        <translation>Строка {line} длиннее {most} млн символов: из чего она состоит?</translation>
    </message>
    <message>
        <source>Line {line}: a cell is longer than {most} characters; perhaps a quotation mark is opened there and never closed.</source>
        <translation>Строка {line}: ячейка длиннее {most} символов; возможно, кавычка там открыта, но не закрыта.</translation>
    </message>
    <message>
        <source>No column is left to be an input: they are named below.</source>
        <translation>Не осталось ни одного столбца для входов: отпавшие названы ниже.</translation>
    </message>
    <message>
        <source>No earlier session has been kept.</source>
        <translation>Прежних сеансов не сохранено.</translation>
    </message>
    <message>
        <source>No row is complete. Let the mean stand for missing values, or leave out the columns in which they are.</source>
        <translation>Ни одна строка не полна. Замените пропуски средним или уберите столбцы, в которых они есть.</translation>
    </message>
    <message>
        <source>No value is missing.</source>
        <translation>Пропущенных значений нет.</translation>
    </message>
    <message>
        <source>Numbers have a decimal comma.</source>
        <translation>Числа записаны с десятичной запятой.</translation>
    </message>
    <message>
        <source>Octave or MATLAB saved this in another format; save it again with -v7.</source>
        <translation>Octave или MATLAB сохранили это в другом формате; сохраните ещё раз с ключом -v7.</translation>
    </message>
    <message>
        <source>Of {m} examples {share} % are held back for validation.</source>
        <translation>Примеров: {m}; из них {share} % отложено для проверки.</translation>
    </message>
    <message>
        <source>Of {m} examples {share} % of each class are held back for validation.</source>
        <translation>Примеров: {m}; для проверки отложено {share} % примеров каждого класса.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Open their data …</source>
        <translation>Открыть их данные…</translation>
    </message>
    <message>
        <source>Save the session</source>
        <translation>Сохранить сеанс</translation>
    </message>
    <message>
        <source>Sessions of bpviz</source>
        <translation>Сеансы bpviz</translation>
    </message>
    <message>
        <source>So it was chosen.</source>
        <translation>Так выбрано.</translation>
    </message>
    <message>
        <source>The archive holds no arrays of NumPy; unpack it and open what is in it.</source>
        <translation>В архиве нет массивов NumPy; распакуйте его и откройте то, что внутри.</translation>
    </message>
    <message>
        <source>The archive is damaged, or was cut off on its way; fetch or save it again.</source>
        <translation>Архив повреждён или передан не полностью; скачайте или сохраните его заново.</translation>
    </message>
    <message>
        <source>The array that begins at byte {at}</source>
        <translation>Массив, начинающийся с байта {at}</translation>
    </message>
    <message>
        <source>The disk of “{path}” does not answer; is it still connected?</source>
        <translation>Диск, на котором «{path}», не отвечает; подключён ли он?</translation>
    </message>
    <message>
        <source>The file does not say which functions the units have; assumed are {hidden} in hidden layers and {output} in the output.</source>
        <translation>В файле не сказано, какие у нейронов функции активации; приняты {hidden} в скрытых слоях и {output} на выходе.</translation>
    </message>
    <message>
        <source>The file ends within the array that begins at byte {at}; fetch or save it again.</source>
        <translation>Файл обрывается внутри массива, который начинается с байта {at}; скачайте или сохраните его заново.</translation>
    </message>
    <message>
        <source>The file holds inputs, {X}, but no targets; save them with it as y.</source>
        <translation>В файле есть входы, {X}, но нет правильных ответов; сохраните их там же под именем y.</translation>
    </message>
    <message>
        <source>The file holds nothing but empty lines or remarks.</source>
        <translation>В файле только пустые строки и примечания.</translation>
    </message>
    <message>
        <source>The file holds pickled Python objects, which may run any program when they are opened, so they are not. Save PyTorch weights with safetensors.torch.save_file(model.state_dict(), …), and arrays with numpy.savez.</source>
        <translation>В файле объекты Python в формате pickle; при открытии они могут запустить любую программу, поэтому они не открываются. Веса PyTorch сохраняйте через safetensors.torch.save_file(model.state_dict(), …), а массивы — через numpy.savez.</translation>
    </message>
    <message>
        <source>The file holds the arrays {names}. Examples are looked for in X and y, weights in Theta1, Theta2 …, in coefs_0, intercepts_0 …, or in 0.weight, 0.bias …</source>
        <translation>В файле массивы {names}. Примеры ищутся в X и y, веса — в Theta1, Theta2 …, в coefs_0, intercepts_0 … или в 0.weight, 0.bias …</translation>
    </message>
    <message>
        <source>The file holds {count} arrays, and at most {most} are looked through.</source>
        <translation>Массивов в файле {count}, а просматривается не больше {most}.</translation>
    </message>
    <message>
        <source>The file is packed; unpack it and open what is in it.</source>
        <translation>Файл сжат; распакуйте его и откройте то, что внутри.</translation>
    </message>
    <message>
        <source>The file looks like UTF-16 text without its mark at the beginning; save it again as UTF-8.</source>
        <translation>Файл похож на текст в UTF-16, но метки в начале нет; сохраните его заново в UTF-8.</translation>
    </message>
    <message>
        <source>The file says that it is {name} text, but what stands at byte {at} is not; save it again as UTF-8.</source>
        <translation>По метке в начале файла это текст в {name}, но байт {at} ей противоречит; сохраните файл заново в UTF-8.</translation>
    </message>
    <message>
        <source>The header is said to have {length} bytes; at most {most} are read.</source>
        <translation>Длина заголовка указана как {length} байт; читается не больше {most}.</translation>
    </message>
    <message>
        <source>The header of the file</source>
        <translation>Заголовок файла</translation>
    </message>
    <message>
        <source>The rows that are complete all have the same class. Let the mean stand for missing values, or choose another target.</source>
        <translation>У всех полных строк один и тот же класс. Замените пропуски средним или выберите для ответа другой столбец.</translation>
    </message>
    <message>
        <source>The session</source>
        <translation>Сеанс</translation>
    </message>
    <message>
        <source>The session in the file cannot be used: “{part}” is damaged or missing. Open an earlier copy of it.</source>
        <translation>Сеанс из файла открыть нельзя: часть «{part}» повреждена или отсутствует. Откройте более раннюю копию.</translation>
    </message>
    <message>
        <source>The session refers to the examples “{name}” of another version of bpviz; those of this version differ.</source>
        <translation>Сеанс ссылается на примеры «{name}» из другой версии bpviz; в этой версии они иные.</translation>
    </message>
    <message>
        <source>The session was kept by bpviz itself, and its examples, which lay beside it in the folder “{folder}”, are missing.</source>
        <translation>Этот сеанс bpviz сохранила сама, а его примеры, лежавшие рядом в папке «{folder}», пропали.</translation>
    </message>
    <message>
        <source>The session was saved by a newer bpviz, {app}, in version {version} of the format; this one, {mine}, knows versions up to {known}. Install the newer one to open it.</source>
        <translation>Сеанс сохранён более новой программой bpviz {app}, версия формата {version}; эта программа, {mine}, знает версии не новее {known}. Чтобы открыть сеанс, установите более новую.</translation>
    </message>
    <message>
        <source>The table</source>
        <translation>Таблица</translation>
    </message>
    <message>
        <source>The table begins in line {line}; what stands above it is passed over.</source>
        <translation>Таблица начинается со строки {line}; всё, что выше, пропущено.</translation>
    </message>
    <message>
        <source>The table has a row of names and nothing below it.</source>
        <translation>В таблице есть строка имён, а под ней ничего.</translation>
    </message>
    <message>
        <source>The table has one column only; it takes at least two, inputs and a target, set apart by comma, semicolon, tab, | or spaces.</source>
        <translation>В таблице только один столбец, а нужно хотя бы два, входы и правильный ответ; разделите их запятой, точкой с запятой, табуляцией, | или пробелами.</translation>
    </message>
    <message>
        <source>The target is standardised as well, so that the usual rates suit it; h is the number of standard deviations from its mean.</source>
        <translation>Правильный ответ тоже стандартизован, чтобы подходили обычные скорости обучения; h — число стандартных отклонений от его среднего.</translation>
    </message>
    <message>
        <source>The target “{name}” holds numbers, but {place} holds “{cell}”: put a number there, or leave the cell empty.</source>
        <translation>В столбце ответов «{name}» числа, но {place} содержит «{cell}»: впишите число или оставьте ячейку пустой.</translation>
    </message>
    <message>
        <source>The text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>The text is not in UTF-8 and was read as Latin-1; if letters with accents look wrong, save the file again as UTF-8.</source>
        <translation>Текст не в UTF-8 и прочитан как Latin-1; если буквы с надстрочными знаками выглядят неверно, сохраните файл заново в UTF-8.</translation>
    </message>
    <message>
        <source>The text is not in UTF-8 and was read as Windows-1251 (Cyrillic); if words look wrong, save the file again as UTF-8.</source>
        <translation>Текст не в UTF-8 и прочитан как Windows-1251 (кириллица); если слова выглядят неверно, сохраните файл заново в UTF-8.</translation>
    </message>
    <message>
        <source>The weights are of a network {layers}, which takes {inputs} inputs and has {outputs} outputs; “{data}” has {s_1} inputs and {K}. Open the data that they were trained on first.</source>
        <translation>Это веса сети {layers}, у неё входов {inputs}, выходов {outputs}; а у данных «{data}» входов {s_1}, выходов {K}. Сначала откройте данные, на которых сеть обучена.</translation>
    </message>
    <message>
        <source>The {n} inputs are a picture of {rows}×{columns} points, column by column as MATLAB and Octave store it; it is shown upright.</source>
        <translation>Входы ({n}) — это картинка {rows}×{columns} точек, столбец за столбцом, как её хранят MATLAB и Octave; на экране она стоит прямо.</translation>
    </message>
    <message>
        <source>The {n} inputs are a picture of {rows}×{columns} points, row by row.</source>
        <translation>Входы ({n}) — это картинка {rows}×{columns} точек, строка за строкой.</translation>
    </message>
    <message>
        <source>There are numbers in it, but {place} holds “{cell}”, which is none.</source>
        <translation>Там числа, но {place} содержит «{cell}», а это не число.</translation>
    </message>
    <message>
        <source>There is no file “{path}”; was it moved or renamed?</source>
        <translation>Файла «{path}» нет; может быть, его переместили или переименовали?</translation>
    </message>
    <message>
        <source>There is no folder “{path}” to write into.</source>
        <translation>Папки «{path}», в которую надо записать, нет.</translation>
    </message>
    <message>
        <source>There is no room left on the disk for “{path}”.</source>
        <translation>На диске не осталось места для «{path}».</translation>
    </message>
    <message>
        <source>There is no value in it.</source>
        <translation>Там нет ни одного значения.</translation>
    </message>
    <message>
        <source>These examples</source>
        <translation>Эти примеры</translation>
    </message>
    <message>
        <source>This is a document of an office program; save the table in it as CSV.</source>
        <translation>Это документ офисной программы; сохраните таблицу из него в CSV.</translation>
    </message>
    <message>
        <source>This is a single array; save examples together, with numpy.savez(…, X=X, y=y).</source>
        <translation>Это один массив; сохраняйте примеры вместе: numpy.savez(…, X=X, y=y).</translation>
    </message>
    <message>
        <source>This is an HDF5 file, as MATLAB saves with -v7.3; save it again with -v7, or the arrays in it with numpy.savez.</source>
        <translation>Это файл HDF5, какие MATLAB сохраняет с -v7.3; сохраните его заново с -v7 или массивы из него через numpy.savez.</translation>
    </message>
    <message>
        <source>This is no session of bpviz, or it was cut off on its way.</source>
        <translation>Это не сеанс bpviz, или файл передан не полностью.</translation>
    </message>
    <message>
        <source>This is not text: byte {at} is a control character. Tables are read from CSV; .npz, .mat and .safetensors files are known by what they hold, and this one holds none of them.</source>
        <translation>Это не текст: байт {at} — управляющий символ. Таблицы читаются из CSV; файлы .npz, .mat и .safetensors узнаются по содержимому, и этот не из их числа.</translation>
    </message>
    <message>
        <source>Weights for other data</source>
        <translation>Веса для других данных</translation>
    </message>
    <message>
        <source>Which of {kinds} classes of “{topic}”?</source>
        <translation>Какой это класс «{topic}»? Всего их {kinds}.</translation>
    </message>
    <message>
        <source>commas</source>
        <translation>запятыми</translation>
    </message>
    <message>
        <source>line {line}, column “{column}”</source>
        <translation>строка {line}, столбец «{column}»</translation>
    </message>
    <message>
        <source>opened from the file {file}</source>
        <translation>открыто из файла {file}</translation>
    </message>
    <message>
        <source>semicolons</source>
        <translation>точками с запятой</translation>
    </message>
    <message>
        <source>spaces</source>
        <translation>пробелами</translation>
    </message>
    <message>
        <source>tabs</source>
        <translation>табуляцией</translation>
    </message>
    <message>
        <source>{K} numbers are to be learnt, one linear output each: {names}; J is the squared error.</source>
        <translation>Сеть должна предсказывать числа (всего {K}), по одному линейному выходу на каждое: {names}; J — квадратичная ошибка.</translation>
    </message>
    <message>
        <source>{K} numbers between 0 and 1 are to be learnt, one output each: {names}.</source>
        <translation>Сеть должна предсказывать числа от 0 до 1 (всего {K}), по одному выходу на каждое: {names}.</translation>
    </message>
    <message>
        <source>{X} is {X_shape} and {y} is {y_shape}: there must be an example in each row of {X}, and as many targets in {y}.</source>
        <translation>{X} размера {X_shape}, а {y} размера {y_shape}: в каждой строке {X} должно быть по примеру, и столько же ответов в {y}.</translation>
    </message>
    <message>
        <source>{bias} has {n} entries; {matrix} leads to {units} units, and each has one.</source>
        <translation>Чисел в {bias}: {n}; {matrix} ведёт к нейронам, которых {units}, и на каждый нужно по одному.</translation>
    </message>
    <message>
        <source>{count} weights of a network {layers}, from {names}.</source>
        <translation>Веса сети {layers}, всего {count}, из {names}.</translation>
    </message>
    <message>
        <source>{entry} is not a number (NaN); did the training diverge?</source>
        <translation>{entry} — не число (NaN); не разошлось ли обучение?</translation>
    </message>
    <message>
        <source>{first} leads to {units} units, but {second} takes {inputs}: they are not of one network.</source>
        <translation>{first} даёт выходов {units}, а {second} принимает входов {inputs}: они не из одной сети.</translation>
    </message>
    <message>
        <source>{m} examples in {X}, with their targets in {y}.</source>
        <translation>Примеров в {X}: {m}, их правильные ответы в {y}.</translation>
    </message>
    <message numerus="yes">
        <source>{names} and %n more</source>
        <translation>
            <numerusform>{names} и ещё %n</numerusform>
            <numerusform>{names} и ещё %n</numerusform>
            <numerusform>{names} и ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} holds something other than numbers; save it as an array of them.</source>
        <translation>{name}: это не числа; сохраните массив чисел.</translation>
    </message>
    <message>
        <source>{name} holds words where numbers are due.</source>
        <translation>{name}: здесь слова, а нужны числа.</translation>
    </message>
    <message>
        <source>{name} is damaged, or the file was cut off; fetch or save it again.</source>
        <translation>{name}: данные повреждены, или файл передан не полностью; скачайте или сохраните его заново.</translation>
    </message>
    <message>
        <source>{name} is empty: its size is {shape}.</source>
        <translation>{name} — пустой массив: его размер {shape}.</translation>
    </message>
    <message>
        <source>{name} is missing, although there is {beside}; save both.</source>
        <translation>Нет {name}, хотя есть {beside}; сохраните оба.</translation>
    </message>
    <message>
        <source>{name} is no plain matrix of numbers; make it one, with full({name}) or cell2mat({name}).</source>
        <translation>{name} — не обычная матрица чисел; сделайте её такой: full({name}) или cell2mat({name}).</translation>
    </message>
    <message>
        <source>{name}, {shape}, does not belong to a fully connected layer, and only those are shown: weights are matrices with a row for each unit.</source>
        <translation>{name}, {shape}, не из полносвязного слоя, а показываются только такие: веса — это матрицы, где на каждый нейрон по строке.</translation>
    </message>
    <message>
        <source>{n} of {m} rows have no target and are left out.</source>
        <translation>Строк без правильного ответа: {n} из {m}; они пропущены.</translation>
    </message>
    <message>
        <source>{n} of {m} rows lack an input and are left out.</source>
        <translation>Строк, где не хватает входа: {n} из {m}; они пропущены.</translation>
    </message>
    <message>
        <source>{n} of {m} rows lack an input: the mean of the column over the training examples stands for it.</source>
        <translation>Строк, где не хватает входа: {n} из {m}; вместо него берётся среднее столбца по обучающим примерам.</translation>
    </message>
    <message>
        <source>{place}: an infinite value; put in a number, or leave the cell empty.</source>
        <translation>{place}: бесконечное значение; впишите число или оставьте ячейку пустой.</translation>
    </message>
    <message>
        <source>{place}: {value} is too large to calculate with; choose a larger unit.</source>
        <translation>{place}: число {value} слишком велико для вычислений; возьмите единицу измерения покрупнее.</translation>
    </message>
    <message>
        <source>{rows} rows and {columns} columns, set apart by {delimiter}; no line names the columns.</source>
        <translation>Строк: {rows}, столбцов: {columns}, разделены {delimiter}; имён у столбцов нет.</translation>
    </message>
    <message>
        <source>{rows} rows and {columns} columns, set apart by {delimiter}; the first line names the columns.</source>
        <translation>Строк: {rows}, столбцов: {columns}, разделены {delimiter}; в первой строке — имена столбцов.</translation>
    </message>
    <message>
        <source>{topic} is to be learnt as a number: the output is linear, J is the squared error.</source>
        <translation>Сеть должна предсказывать {topic} как число: выход линейный, J — квадратичная ошибка.</translation>
    </message>
    <message>
        <source>{topic} is to be learnt: h = 1 means “{one}”, h = 0 means “{zero}”.</source>
        <translation>Сеть должна предсказывать {topic}: h = 1 значит «{one}», h = 0 значит «{zero}».</translation>
    </message>
    <message>
        <source>{topic} is to be learnt: {K} classes, one output each, in this order: {names}.</source>
        <translation>Сеть должна предсказывать {topic}: классов {K}, по одному выходу на каждый, в таком порядке: {names}.</translation>
    </message>
    <message>
        <source>{what} would need {need} GB of memory, and one file may take {limit} GB at most: leave out rows or columns that are not needed, and save it again.</source>
        <translation>{what}: нужно {need} ГБ памяти, а на один файл отводится не больше {limit} ГБ. Уберите лишние строки или столбцы и сохраните файл заново.</translation>
    </message>
    <message>
        <source>“{file}”</source>
        <translation>«{file}»</translation>
    </message>
    <message>
        <source>“{file}” is a device or a pipe, not a file.</source>
        <translation>«{file}» — устройство или канал, а не файл.</translation>
    </message>
    <message>
        <source>“{file}” is empty; was it saved completely?</source>
        <translation>Файл «{file}» пуст; сохранён ли он до конца?</translation>
    </message>
    <message>
        <source>“{file}”: a name that ends in {suffixes} is due.</source>
        <translation>«{file}»: имя должно оканчиваться на {suffixes}.</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>«{name}»</translation>
    </message>
    <message>
        <source>“{name}” has more than {most} different values, too many for classes; choose another column as the target.</source>
        <translation>В «{name}» больше {most} разных значений, для классов это слишком много; выберите для ответа другой столбец.</translation>
    </message>
    <message>
        <source>“{name}” holds words such as “{cell}”, which can be learnt as classes only.</source>
        <translation>В «{name}» слова, например «{cell}»; их можно выучить только как классы.</translation>
    </message>
    <message>
        <source>“{path}” cannot be used: {reason}.</source>
        <translation>Файл «{path}» использовать не удалось: {reason}.</translation>
    </message>
    <message>
        <source>“{path}” cannot be written: its disk is read-only.</source>
        <translation>Файл «{path}» записать нельзя: диск доступен только для чтения.</translation>
    </message>
    <message>
        <source>“{path}” cannot be: a file stands where a folder is due.</source>
        <translation>«{path}» открыть нельзя: там, где должна быть папка, стоит файл.</translation>
    </message>
    <message>
        <source>“{path}” is a folder; choose a file in it.</source>
        <translation>«{path}» — папка; выберите файл в ней.</translation>
    </message>
    <message>
        <source>“{path}” is a link that leads in a circle; choose the file itself.</source>
        <translation>«{path}» — ссылка, ведущая по кругу; выберите сам файл.</translation>
    </message>
    <message>
        <source>“{path}” is in use by another program; close it there first.</source>
        <translation>«{path}» занят другой программой; сначала закройте его там.</translation>
    </message>
    <message>
        <source>“{path}” is no name of a file on Windows: leave out each of \ / : * ? &quot; &lt; &gt; |</source>
        <translation>«{path}» не может быть именем файла в Windows: уберите из него знаки \ / : * ? &quot; &lt; &gt; |</translation>
    </message>
    <message>
        <source>“{path}” is no name of a file.</source>
        <translation>«{path}» не может быть именем файла.</translation>
    </message>
    <message>
        <source>“{path}” is the name of a device on Windows; choose another name.</source>
        <translation>«{path}» в Windows — имя устройства; выберите другое имя.</translation>
    </message>
    <message>
        <source>“{path}” is too long a name for a file; choose a shorter one.</source>
        <translation>«{path}» — слишком длинное имя для файла; выберите покороче.</translation>
    </message>
    <message>
        <source>“{path}” may not be opened; ask its owner for permission.</source>
        <translation>Файл «{path}» открыть не разрешено; попросите права у его владельца.</translation>
    </message>
    <message>
        <source>“{path}” would be larger than a file may be on its disk; choose another.</source>
        <translation>Файл «{path}» был бы больше, чем допускает его диск; выберите другой диск.</translation>
    </message>
</context>
<context>
    <name>FormulaView</name>
    <message>
        <source>Click: copy it</source>
        <translation>Щелчок — скопировать</translation>
    </message>
    <message>
        <source>Click: go to the step that computed it</source>
        <translation>Щелчок — к шагу, где это вычислено</translation>
    </message>
</context>
<context>
    <name>HandPanel</name>
    <message>
        <source>Change x and Θ by hand</source>
        <translation>Изменить x и Θ вручную</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Select a weight or a unit to change its Θ.</source>
        <translation>Выберите вес или нейрон, чтобы изменить его Θ.</translation>
    </message>
    <message>
        <source>The first {shown} of {n} are shown.</source>
        <translation>Показаны первые {shown} из {n}.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Веса</translation>
    </message>
    <message>
        <source>x of example {i}</source>
        <translation>x примера {i}</translation>
    </message>
</context>
<context>
    <name>HealthPanel</name>
    <message numerus="yes">
        <source>%n dead</source>
        <translation>
            <numerusform>%n мёртвый</numerusform>
            <numerusform>%n мёртвых</numerusform>
            <numerusform>%n мёртвых</numerusform>
        </translation>
    </message>
    <message>
        <source>Each strip: how z, a and |δ| of a layer are distributed, over the iterations and, to its right, at the moment marked. Arrow keys move the mark.</source>
        <translation>Каждая полоса — как распределены z, a и |δ| слоя по итерациям, а справа от неё — в отмеченный момент. Стрелки двигают отметку.</translation>
    </message>
    <message>
        <source>Health of the layers</source>
        <translation>Состояние слоёв</translation>
    </message>
    <message>
        <source>Layers over the iterations</source>
        <translation>Слои по итерациям</translation>
    </message>
    <message>
        <source>No hidden layer: δ⁽²⁾ is that of the output</source>
        <translation>Скрытых слоёв нет: δ⁽²⁾ — это ошибка выхода</translation>
    </message>
    <message>
        <source>Off: g′(z) = 0, as a share of all units and examples. Dead: off on every example.</source>
        <translation>Выключено: доля случаев (каждый нейрон на каждом примере), когда g′(z) = 0. Мёртвый: выключен на всех примерах.</translation>
    </message>
    <message>
        <source>Root mean squares of δ over all units of a layer and all examples looked at. A change of more than a factor of {much}, and of {a_layer} from layer to layer, is called vanishing or exploding.</source>
        <translation>Среднеквадратичная величина δ по всем нейронам слоя и всем рассмотренным примерам. Если она меняется больше чем в {much} раз, а от слоя к слою — больше чем в {a_layer}, говорят, что δ затухает или взрывается.</translation>
    </message>
    <message>
        <source>Saturated: |g′(z)| is less than {limit} of its steepest, as a share of all units and examples.</source>
        <translation>Насыщено: доля случаев (каждый нейрон на каждом примере), когда |g′(z)| меньше {limit} от наибольшего наклона.</translation>
    </message>
    <message>
        <source>Size of D⁽ˡ⁾ (root mean square)</source>
        <translation>Среднеквадратичная величина D⁽ˡ⁾</translation>
    </message>
    <message>
        <source>iteration {n}</source>
        <translation>итерация {n}</translation>
    </message>
    <message>
        <source>layer {l}</source>
        <translation>слой {l}</translation>
    </message>
    <message>
        <source>no g′ in this δ</source>
        <translation>в этой δ нет g′</translation>
    </message>
    <message>
        <source>on all {n} training examples</source>
        <translation>примеры: все {n}</translation>
    </message>
    <message>
        <source>on {taken} of {n} training examples, evenly spread</source>
        <translation>примеры: {taken} из {n}, равномерно</translation>
    </message>
    <message>
        <source>{first} is 0: nothing reaches the first layers</source>
        <translation>{first} равна 0: до первых слоёв ничего не доходит</translation>
    </message>
    <message>
        <source>{n} of {all} units on every example</source>
        <translation>насыщены на всех примерах: {n} из {all}</translation>
    </message>
    <message>
        <source>{share} off</source>
        <translation>выключено {share}</translation>
    </message>
    <message>
        <source>{share} saturated</source>
        <translation>насыщено {share}</translation>
    </message>
    <message>
        <source>δ explodes: {first} is {ratio} × {last}</source>
        <translation>δ взрывается: {first} = {ratio} × {last}</translation>
    </message>
    <message>
        <source>δ is not a number that can be compared</source>
        <translation>δ не конечна или равна 0: сравнивать нечего</translation>
    </message>
    <message>
        <source>δ reaches the first layers: {first} is {ratio} × {last}</source>
        <translation>δ доходит до первых слоёв: {first} = {ratio} × {last}</translation>
    </message>
    <message>
        <source>δ vanishes: {first} is {ratio} × {last}</source>
        <translation>δ затухает: {first} = {ratio} × {last}</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>A lesson tells its story scene by scene, and the window shows what it tells of. Page Down goes on and Page Up back; F5 fills the screen for a room. Everything stays alive meanwhile: click, step and train as you like.</source>
        <translation>Урок ведёт рассказ сцена за сценой, а окно показывает то, о чём идёт речь. Page Down — дальше, Page Up — назад; F5 разворачивает урок на весь экран для аудитории. Окно при этом работает как обычно: щёлкайте, шагайте и обучайте сеть сколько угодно.</translation>
    </message>
    <message>
        <source>Above stands the rule of this step, below it the same with the numbers of this moment. Every symbol has the colour that it has in the picture. Click a number to go to the step it comes from; Alt+← brings you back.</source>
        <translation>Сверху — правило этого шага, под ним — оно же с числами текущего момента. У каждого символа тот же цвет, что и на схеме сети. Щёлкните число, чтобы перейти к шагу, откуда оно взялось; Alt+← вернёт обратно.</translation>
    </message>
    <message>
        <source>All numbers of this moment, as vectors and matrices. What the step computes is framed, and an empty cell has not been computed yet. Click a cell to go to the step that computes it; a right click copies for NumPy or Octave.</source>
        <translation>Все числа этого момента в виде векторов и матриц. Рамкой обведено то, что вычисляет текущий шаг, а пустая клетка ещё не вычислена. Щёлкните клетку, чтобы перейти к шагу, который её вычисляет; правой кнопкой числа копируются для NumPy или Octave.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Backpropagation in nine lines. The lit line is the one you see in the picture. Click any line to go there.</source>
        <translation>Обратное распространение ошибки в девяти строках. Подсвеченную строку вы видите и на схеме. Щёлкните любую, чтобы перейти к ней.</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Начать</translation>
    </message>
    <message>
        <source>Change the inputs of this example, or a weight you have selected, and see what follows from it. A picture can be painted with the mouse. Ctrl+Z takes it back.</source>
        <translation>Измените входы этого примера или выбранный вес и посмотрите, что из этого выйдет. Картинку можно нарисовать мышью. Ctrl+Z отменяет изменение.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Each circle is a unit: filled with its activation a, ringed with its error δ, and z is written beside. Each line is a weight Θ: blue and unbroken is positive, orange and dashed negative, and the thicker, the larger. Point at either to see its numbers, click to see all its weights, double-click to go to the step that computed it.</source>
        <translation>Кружок — это нейрон: заливка показывает активацию a, кольцо — ошибку δ, рядом написано z. Линия — это вес Θ: синяя сплошная — положительный, оранжевая штриховая — отрицательный; чем больше вес по модулю, тем она толще. Наведите мышь, чтобы увидеть числа; щёлкните, чтобы увидеть все веса нейрона; двойной щелчок ведёт к шагу, на котором число вычислено.</translation>
    </message>
    <message>
        <source>Every ∂J/∂Θ is computed twice: by backpropagation, and by changing the weight a little and watching J. Where both agree, backpropagation is right. Put a mistake in on purpose and see which weights give it away.</source>
        <translation>Каждая ∂J/∂Θ вычисляется дважды: обратным распространением и небольшим сдвигом веса с измерением J. Где они совпадают, обратное распространение верно. Внесите ошибку нарочно и посмотрите, какие веса её выдадут.</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Файлы</translation>
    </message>
    <message>
        <source>Forward, and back</source>
        <translation>Вперёд и назад</translation>
    </message>
    <message>
        <source>How z, a and δ of each layer are distributed, and how that has changed. A saturated unit sits where g is flat: there g′ is nearly 0, and it hardly learns. If δ shrinks from layer to layer towards the input, the gradient is vanishing.</source>
        <translation>Как распределены z, a и δ каждого слоя и как это менялось. Насыщенный нейрон попал туда, где g почти горизонтальна: g′ там близка к 0, и он почти не учится. Если δ убывает от слоя к слою по направлению ко входу, градиент затухает.</translation>
    </message>
    <message>
        <source>In the panel that has the keyboard</source>
        <translation>В панели, где фокус клавиатуры</translation>
    </message>
    <message>
        <source>J(Θ) in a plane through the present Θ: two directions out of as many as there are weights. The line is the way that training has come. Choose random directions, or those in which the way itself runs.</source>
        <translation>J(Θ) на плоскости, проходящей через текущую точку Θ: два направления из стольких, сколько в сети весов. Линия — путь, пройденный при обучении. Выберите случайные направления или те, вдоль которых идёт сам путь.</translation>
    </message>
    <message>
        <source>J(Θ) says how wrong the network is on the examples it learns from; the dashed curve, on those held back. T trains and pauses. Click the curve or drag along it, and everything in the window is computed with the Θ of that iteration, and the λ and α of now; you may go on from there.</source>
        <translation>J(Θ) показывает, насколько сеть ошибается на обучающих примерах, штриховая кривая — на отложенных для проверки. T запускает и приостанавливает обучение. Щёлкните кривую или ведите по ней мышью — и всё окно покажет вычисления с Θ той итерации (λ и α — нынешние); оттуда можно продолжить обучение.</translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation>Клавиши и мышь</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Обучение</translation>
    </message>
    <message>
        <source>Lessons and more</source>
        <translation>Уроки и остальное</translation>
    </message>
    <message>
        <source>Lessons tell it all scene by scene, with a clicker if you like. In the menu are more panels, languages, exports, and this look around. A “?” explains each panel, and F1 shows all keys.</source>
        <translation>Уроки рассказывают всё сцена за сценой — если угодно, с кликером. В меню — другие панели, языки, экспорт и этот же обзор. Каждую панель объясняет её «?», а F1 показывает все клавиши.</translation>
    </message>
    <message>
        <source>Look around</source>
        <translation>Обзор окна</translation>
    </message>
    <message>
        <source>Mouse</source>
        <translation>Мышь</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Дальше</translation>
    </message>
    <message>
        <source>One example goes in at the left; what the network says of it comes out at the right, beside what is true. Point at any unit or line to see its numbers.</source>
        <translation>Слева входит один пример, справа выходит ответ сети, а рядом с ним — правильный. Наведите мышь на любой нейрон или линию, чтобы увидеть их числа.</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Пропустить</translation>
    </message>
    <message>
        <source>T trains the network, and the cost J(Θ) falls. Click the curve later, and the whole window returns to that iteration.</source>
        <translation>T обучает сеть, и функция стоимости J(Θ) убывает. Щёлкните потом кривую — и всё окно вернётся к той итерации.</translation>
    </message>
    <message>
        <source>Teaching</source>
        <translation>Урок и показ</translation>
    </message>
    <message>
        <source>The algorithm</source>
        <translation>Алгоритм</translation>
    </message>
    <message>
        <source>The equation</source>
        <translation>Формула</translation>
    </message>
    <message>
        <source>The examples that the network learns from, and those held back to test it. The colour of the ground, or a mark, tells what the network says of each. Click one to put it into the network; with two inputs, the pencil lets you draw points of your own.</source>
        <translation>Примеры, на которых сеть учится, и отложенные для проверки. Цвет фона или отметка показывает, что отвечает сеть. Щёлкните пример, чтобы подать его на вход; при двух входах карандашом можно нарисовать свои точки.</translation>
    </message>
    <message>
        <source>The menu: panels, theme, language, size of text</source>
        <translation>Меню: панели, тема, язык, размер текста</translation>
    </message>
    <message>
        <source>The network</source>
        <translation>Сеть</translation>
    </message>
    <message>
        <source>The rule of this step, and the rule with its numbers. Click a number, and you are where it comes from.</source>
        <translation>Правило этого шага и оно же с числами. Щёлкните число — и окажетесь там, откуда оно взялось.</translation>
    </message>
    <message>
        <source>These are the nine lines of the algorithm as the lecture has it. The lit one is being carried out now; ↓ and ↑ go from line to line, → and ← from step to step. Click a line to go to its next step, and the arrow at its end to see why it is so.</source>
        <translation>Это девять строк алгоритма, как в лекции. Подсвечена та, что выполняется сейчас; ↓ и ↑ ведут от строки к строке, → и ← — от шага к шагу. Щёлкните строку, чтобы перейти к её следующему шагу, а стрелку в конце — чтобы узнать, почему это так.</translation>
    </message>
    <message>
        <source>Walking</source>
        <translation>Шаги</translation>
    </message>
    <message>
        <source>What is this? {panel}</source>
        <translation>Что это? {panel}</translation>
    </message>
    <message>
        <source>What the network makes of its inputs: regions, curves, pictures of its weights, its mistakes. It follows while training runs. Click an example to step through it.</source>
        <translation>Что сеть делает со своими входами: области, кривые, веса в виде картинок, её ошибки. Всё это меняется по ходу обучения. Щёлкните пример, чтобы пройти его по шагам.</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>число</translation>
    </message>
    <message>
        <source>click</source>
        <translation>щелчок</translation>
    </message>
    <message>
        <source>click or drag: that iteration</source>
        <translation>щёлкнуть или вести: та итерация</translation>
    </message>
    <message>
        <source>curve: one iteration back or on</source>
        <translation>кривая: на итерацию назад или вперёд</translation>
    </message>
    <message>
        <source>double-click</source>
        <translation>двойной щелчок</translation>
    </message>
    <message>
        <source>go to the step it comes from</source>
        <translation>к шагу, откуда взялось число</translation>
    </message>
    <message>
        <source>in the equation: where it comes from</source>
        <translation>в формуле: откуда оно</translation>
    </message>
    <message>
        <source>matrices, curve, surface: larger, smaller, all</source>
        <translation>матрицы, кривая, поверхность: крупнее, мельче, всё</translation>
    </message>
    <message>
        <source>matrices, surface: from number to number</source>
        <translation>матрицы, поверхность: от числа к числу</translation>
    </message>
    <message>
        <source>network, matrices: to the step it comes from</source>
        <translation>сеть, матрицы: к шагу, где число вычислено</translation>
    </message>
    <message>
        <source>network: the unit beside; the next one</source>
        <translation>сеть: соседний нейрон; следующий</translation>
    </message>
    <message>
        <source>on the timeline: step; on curve and surface: zoom</source>
        <translation>на шкале шагов: шаг; на кривой и поверхности: масштаб</translation>
    </message>
    <message>
        <source>pencil: a point, none, another class</source>
        <translation>карандаш: точка, стереть, другой класс</translation>
    </message>
    <message>
        <source>point at</source>
        <translation>навести</translation>
    </message>
    <message>
        <source>select it; a line, a cell: go there</source>
        <translation>выбрать; строка, клетка: перейти</translation>
    </message>
    <message>
        <source>the curve</source>
        <translation>кривая</translation>
    </message>
    <message>
        <source>the numbers of a unit or weight</source>
        <translation>числа нейрона или веса</translation>
    </message>
    <message>
        <source>timeline: the example before or after</source>
        <translation>шкала: предыдущий или следующий пример</translation>
    </message>
    <message>
        <source>wheel</source>
        <translation>колесо</translation>
    </message>
    <message>
        <source>{n} of {count}</source>
        <translation>{n} из {count}</translation>
    </message>
    <message>
        <source>→ takes a step and ← takes it back; Space plays. You choose how long a step is, from a single number to the whole pass. The timeline reaches any step at once.</source>
        <translation>→ делает шаг, ← возвращает на шаг назад, пробел запускает показ. Длину шага выбираете вы: от одного числа до целого прохода. Шкала шагов сразу ведёт к любому шагу.</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>,</source>
        <translation>&#xa0;</translation>
    </message>
    <message>
        <source>.</source>
        <translation>,</translation>
    </message>
    <message>
        <source>n != 1</source>
        <translation>n%10==1 &amp;&amp; n%100!=11 ? 0 : n%10&gt;=2 &amp;&amp; n%10&lt;=4 &amp;&amp; (n%100&lt;12 || n%100&gt;14) ? 1 : 2</translation>
    </message>
</context>
<context>
    <name>LearntPanel</name>
    <message>
        <source>A slice: the other inputs are as in example {i}, whatever a mark&apos;s are.</source>
        <translation>Срез: остальные входы — как в примере {i}, какими бы они ни были у отмеченных точек.</translation>
    </message>
    <message>
        <source>Across: the measured y; up: what the network says. On the line both agree; hollow ones are held back.</source>
        <translation>По горизонтали — измеренное y, по вертикали — ответ сети. На прямой они совпадают; пустые кружки — проверочные примеры.</translation>
    </message>
    <message>
        <source>Across: y; up: what the network says; all scaled, since the outputs have different units. On the line both agree; hollow ones are held back.</source>
        <translation>По горизонтали — y, по вертикали — ответ сети; всё масштабировано, потому что единицы измерения у выходов разные. На прямой они совпадают; пустые кружки — проверочные примеры.</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Ответы</translation>
    </message>
    <message>
        <source>Answers of the network</source>
        <translation>Ответы сети</translation>
    </message>
    <message>
        <source>Colour: the network&apos;s answer at each place; its strength: how sure it is.</source>
        <translation>Цвет — ответ сети в каждой точке, насыщенность — её уверенность.</translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation>По классам</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>Матрица ошибок</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>Кривая</translation>
    </message>
    <message>
        <source>Each unit&apos;s activation at every place, from empty (0) to full; hatched: negative. Click a unit to select it.</source>
        <translation>Активация каждого нейрона в каждой точке: от пустого (0) до полного, штриховка — отрицательная. Щелчок выбирает нейрон.</translation>
    </message>
    <message>
        <source>Example {i}: its loss is {loss}</source>
        <translation>Пример {i}: стоимость {loss}</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>h и y</translation>
    </message>
    <message>
        <source>Held back</source>
        <translation>Проверочные</translation>
    </message>
    <message>
        <source>Input to the right</source>
        <translation>Вход по горизонтали</translation>
    </message>
    <message>
        <source>Input upwards</source>
        <translation>Вход по вертикали</translation>
    </message>
    <message>
        <source>Largest errors</source>
        <translation>Наибольшие ошибки</translation>
    </message>
    <message>
        <source>Mistakes</source>
        <translation>Промахи</translation>
    </message>
    <message>
        <source>Plane</source>
        <translation>Плоскость</translation>
    </message>
    <message>
        <source>Principal components</source>
        <translation>Гл. компоненты</translation>
    </message>
    <message>
        <source>RMS error: {error}, held back {other}.</source>
        <translation>Среднеквадратичная ошибка: {error}, на проверочных {other}.</translation>
    </message>
    <message>
        <source>RMS error: {error}.</source>
        <translation>Среднеквадратичная ошибка: {error}.</translation>
    </message>
    <message>
        <source>Row i of Θ⁽¹⁾, without the bias weight: the points for (blue) and against (orange, −) unit i. Full colour: ±{most}. Click one to select its unit.</source>
        <translation>Строка i матрицы Θ⁽¹⁾ без веса смещения: точки «за» (синие) и «против» (оранжевые, −) нейрона i. Полный цвет: ±{most}. Щелчок выбирает нейрон.</translation>
    </message>
    <message>
        <source>Row: the true class; column: what the network says; right answers lie on the diagonal. Click a number for its first example.</source>
        <translation>Строка — истинный класс, столбец — ответ сети; верные ответы лежат на диагонали. Щёлкните число, чтобы открыть первый такой пример.</translation>
    </message>
    <message>
        <source>Rows of Θ⁽¹⁾ as pictures</source>
        <translation>Строки Θ⁽¹⁾ как картинки</translation>
    </message>
    <message>
        <source>The fitted curve</source>
        <translation>Найденная кривая</translation>
    </message>
    <message>
        <source>The fitted curve h&lt;sub&gt;Θ&lt;/sub&gt;(x), and the examples: filled ones are learnt from, hollow ones held back. Click one to walk through it.</source>
        <translation>Найденная кривая h&lt;sub&gt;Θ&lt;/sub&gt;(x) и примеры: закрашенные — обучающие, пустые — проверочные. Щелчок открывает пример.</translation>
    </message>
    <message>
        <source>The fuller the colour, the greater the number that is answered.</source>
        <translation>Чем насыщеннее цвет, тем больше число в ответе.</translation>
    </message>
    <message>
        <source>The most mistaken examples</source>
        <translation>Самые грубые промахи</translation>
    </message>
    <message>
        <source>The plane of the first two principal components: {share} of the inputs&apos; variance.</source>
        <translation>Плоскость первых двух главных компонент: {share} дисперсии входов.</translation>
    </message>
    <message>
        <source>The training examples with the largest loss: number of the example and the loss. Click one to walk through it.</source>
        <translation>Обучающие примеры с наибольшей стоимостью: номер примера и стоимость. Щелчок открывает пример.</translation>
    </message>
    <message>
        <source>The training examples with the largest loss: true class, what the network says, and the loss. Click one to walk through it.</source>
        <translation>Обучающие примеры с наибольшей стоимостью: истинный класс, ответ сети и стоимость. Щелчок открывает пример.</translation>
    </message>
    <message>
        <source>Training examples</source>
        <translation>Обучающие</translation>
    </message>
    <message>
        <source>Two inputs</source>
        <translation>Два входа</translation>
    </message>
    <message>
        <source>Unit {unit} of layer 2: largest {most}, smallest {least}</source>
        <translation>Нейрон {unit} слоя 2: наибольший вес {most}, наименьший {least}</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Нейроны</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Веса</translation>
    </message>
    <message>
        <source>What each unit sees</source>
        <translation>Что видит каждый нейрон</translation>
    </message>
    <message>
        <source>What the network says against y</source>
        <translation>Ответы сети и y</translation>
    </message>
    <message>
        <source>What to look at</source>
        <translation>На что смотреть</translation>
    </message>
    <message>
        <source>What was learnt</source>
        <translation>Чему научилась сеть</translation>
    </message>
    <message>
        <source>Which examples are counted</source>
        <translation>Какие примеры считать</translation>
    </message>
    <message>
        <source>network says</source>
        <translation>ответ сети</translation>
    </message>
    <message>
        <source>network says, scaled</source>
        <translation>ответ сети (масштабированный)</translation>
    </message>
    <message>
        <source>y, scaled</source>
        <translation>y (масштабированное)</translation>
    </message>
    <message>
        <source>{name}: {n} of {m} put into their class</source>
        <translation>{name}: верно отнесено {n} из {m}</translation>
    </message>
    <message>
        <source>{name}: {n} of {m} taken for {said}</source>
        <translation>{name}: за «{said}» принято {n} из {m}</translation>
    </message>
    <message>
        <source>{sentence}; the first is example {i}.</source>
        <translation>{sentence}; первый из них — пример {i}.</translation>
    </message>
    <message>
        <source>{sentence}; the first is number {i} of those held back, through which no pass walks.</source>
        <translation>{sentence}; первый из них — проверочный номер {i}, а по проверочным примерам проход не идёт.</translation>
    </message>
    <message>
        <source>{share} right</source>
        <translation>верно {share}</translation>
    </message>
    <message>
        <source>{verdict}; its loss is {loss}</source>
        <translation>{verdict}; стоимость {loss}</translation>
    </message>
</context>
<context>
    <name>Lesson</name>
    <message>
        <source> There are {known}.</source>
        <translation> Есть {known}.</translation>
    </message>
    <message>
        <source>A backslash stands in double quotes; write texts with formulas in single quotes, &apos;…&apos; or &apos;&apos;&apos;…&apos;&apos;&apos;.</source>
        <translation>Обратная косая черта в двойных кавычках; тексты с формулами берите в одинарные: &apos;…&apos; или &apos;&apos;&apos;…&apos;&apos;&apos;.</translation>
    </message>
    <message>
        <source>A bracket is not closed, or a comma is missing.</source>
        <translation>Скобка не закрыта или пропущена запятая.</translation>
    </message>
    <message>
        <source>A formula begins with $ here and does not end in this paragraph; a dollar sign is written \$.</source>
        <translation>Формула начинается здесь знаком $ и не кончается в этом абзаце; сам знак доллара пишется \$.</translation>
    </message>
    <message>
        <source>A network {layers} has Θ of {shapes}, rows × columns, the bias first; these are {given}.</source>
        <translation>У сети {layers} матрицы Θ — {shapes} (строки × столбцы, первый столбец для нейрона смещения), а здесь — {given}.</translation>
    </message>
    <message>
        <source>A number</source>
        <translation>Число</translation>
    </message>
    <message>
        <source>A number from 1 to {most} is due.</source>
        <translation>Нужно число от 1 до {most}.</translation>
    </message>
    <message>
        <source>A number is due, such as {example}.</source>
        <translation>Нужно число, например {example}.</translation>
    </message>
    <message>
        <source>A question has exactly one of {kinds}.</source>
        <translation>В вопросе должен быть ровно один ключ из {kinds}.</translation>
    </message>
    <message>
        <source>A quote is not closed; a text of several lines begins and ends with three quotes: &apos;&apos;&apos;…&apos;&apos;&apos;.</source>
        <translation>Кавычка не закрыта; текст из нескольких строк начинается и кончается тремя кавычками: &apos;&apos;&apos;…&apos;&apos;&apos;.</translation>
    </message>
    <message>
        <source>A sign is due: −, 0 or +.</source>
        <translation>Нужен знак: −, 0 или +.</translation>
    </message>
    <message>
        <source>An apostrophe ends a text that stands in single quotes; write such a text in double quotes, or in &apos;&apos;&apos;…&apos;&apos;&apos;.</source>
        <translation>Апостроф закрывает текст, взятый в одинарные кавычки; берите такой текст в двойные кавычки или в &apos;&apos;&apos;…&apos;&apos;&apos;.</translation>
    </message>
    <message>
        <source>An array has single lines between its columns and rows, and none around it; leave the outer “|” and “\hline” out.</source>
        <translation>В array допустимы одиночные линии между столбцами и строками, но не по краям: уберите внешние «|» и «\hline».</translation>
    </message>
    <message>
        <source>An equals sign is due after the name: name = value.</source>
        <translation>После имени нужен знак равенства: имя = значение.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Ответить</translation>
    </message>
    <message>
        <source>Brackets stand in brackets in brackets too many times.</source>
        <translation>Слишком много скобок вложено друг в друга.</translation>
    </message>
    <message>
        <source>Click it in the network, or type its number:</source>
        <translation>Щёлкните нейрон на схеме сети или введите его номер:</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Each language needs as many choices.</source>
        <translation>Вариантов ответа на всех языках должно быть поровну.</translation>
    </message>
    <message>
        <source>Each scene begins with [[scene]], in double brackets.</source>
        <translation>Каждая сцена начинается с [[scene]], в двойных скобках.</translation>
    </message>
    <message>
        <source>Either data or examples, not both.</source>
        <translation>Либо data, либо examples, но не вместе.</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Закончить</translation>
    </message>
    <message>
        <source>From line 7 on one number needs both unit and source.</source>
        <translation>Начиная со строки 7 одно число задаётся двумя ключами: и unit, и source.</translation>
    </message>
    <message>
        <source>It is given, not computed:</source>
        <translation>Это число дано, а не вычислено:</translation>
    </message>
    <message>
        <source>Its rows have {n} numbers; {expected} are due, the bias first.</source>
        <translation>Чисел в строках этой матрицы: {n}, а нужно {expected}, первое — для нейрона смещения.</translation>
    </message>
    <message>
        <source>Layer {layer} has units 1 to {most}.</source>
        <translation>Нейроны слоя {layer} — с 1 по {most}.</translation>
    </message>
    <message>
        <source>Leave the lesson</source>
        <translation>Закончить урок</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>Уроки</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Строка</translation>
    </message>
    <message>
        <source>Line {line} comes to the layers {layers} of this network, not to {given}.</source>
        <translation>В этой сети строка {line} проходит слои {layers}; слоя {given} среди них нет.</translation>
    </message>
    <message>
        <source>Line {line} is about no layer.</source>
        <translation>Строка {line} не относится ни к какому слою.</translation>
    </message>
    <message>
        <source>Negative: −.</source>
        <translation>Отрицательно: −.</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Дальше</translation>
    </message>
    <message>
        <source>No value that can be read; texts stand in quotes, numbers have a decimal point.</source>
        <translation>Такое значение прочитать нельзя; тексты берутся в кавычки, а дробная часть числа отделяется точкой.</translation>
    </message>
    <message>
        <source>Not so.</source>
        <translation>Нет, не так.</translation>
    </message>
    <message>
        <source>Number of the unit</source>
        <translation>Номер нейрона</translation>
    </message>
    <message>
        <source>Numbers have a decimal point: 0.1, not 0,1.</source>
        <translation>Дробная часть числа отделяется точкой: 0.1, а не 0,1.</translation>
    </message>
    <message>
        <source>Numbers of the moment cannot stand here.</source>
        <translation>Здесь числам момента не место.</translation>
    </message>
    <message>
        <source>Open a lesson file</source>
        <translation>Открыть файл урока</translation>
    </message>
    <message>
        <source>Open a lesson file …</source>
        <translation>Открыть файл урока…</translation>
    </message>
    <message>
        <source>Positive: +.</source>
        <translation>Положительно: +.</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Вопрос</translation>
    </message>
    <message>
        <source>Right.</source>
        <translation>Верно.</translation>
    </message>
    <message>
        <source>Something stands behind the value; each name = value has its own line.</source>
        <translation>После значения стоит что-то ещё; каждое «имя = значение» пишется на отдельной строке.</translation>
    </message>
    <message>
        <source>Texts stand in straight quotes, &quot;…&quot; or &apos;…&apos;.</source>
        <translation>Тексты берутся в прямые кавычки: &quot;…&quot; или &apos;…&apos;.</translation>
    </message>
    <message>
        <source>The algorithm has lines 1 to 9.</source>
        <translation>Строки алгоритма — с 1 по 9.</translation>
    </message>
    <message>
        <source>The answer is on screen before anybody gives it: line {line} has computed it. Let the scene show an earlier step.</source>
        <translation>Ответ виден ещё до вопроса: его вычислила строка {line}. Пусть сцена показывает более ранний шаг.</translation>
    </message>
    <message>
        <source>The braces { } of this formula do not come in pairs.</source>
        <translation>Фигурные скобки { } в этой формуле — непарные.</translation>
    </message>
    <message>
        <source>The data need {first} units in the first layer and {last} in the last, such as {example}; {given} does not fit.</source>
        <translation>Для этих данных в первом слое нужно нейронов: {first}, в последнем: {last}, например {example}; {given} не подходит.</translation>
    </message>
    <message>
        <source>The first line must be: lesson = 1. Is this a lesson?</source>
        <translation>Первой строкой должно быть: lesson = 1. Точно ли это урок?</translation>
    </message>
    <message>
        <source>The lesson</source>
        <translation>Урок</translation>
    </message>
    <message>
        <source>The lesson has no scene; each begins with [[scene]].</source>
        <translation>В уроке нет ни одной сцены; сцена начинается с [[scene]].</translation>
    </message>
    <message>
        <source>The lesson has no title.</source>
        <translation>У урока нет названия (title).</translation>
    </message>
    <message>
        <source>The lesson is written for a newer bpviz, in version {version} of the format; this one knows versions up to {known}.</source>
        <translation>Урок написан для более новой программы bpviz, версия формата {version}; эта понимает версии до {known}.</translation>
    </message>
    <message>
        <source>The moment says this already; leave it out.</source>
        <translation>Это уже сказано в moment; уберите этот ключ.</translation>
    </message>
    <message>
        <source>The network has layers 1 to {L}.</source>
        <translation>Слои сети — с 1 по {L}.</translation>
    </message>
    <message>
        <source>The network has Θ⁽¹⁾ to Θ⁽ˡ⁾ with l = {last}.</source>
        <translation>В сети есть Θ⁽ˡ⁾ для l от 1 до {last}.</translation>
    </message>
    <message>
        <source>The next scene (PgDn)</source>
        <translation>Следующая сцена (PgDn)</translation>
    </message>
    <message>
        <source>The question does not ask: ask = &apos;…&apos; is missing.</source>
        <translation>Сам вопрос не задан: не хватает ask = &apos;…&apos;.</translation>
    </message>
    <message>
        <source>The right answer: {answer}</source>
        <translation>Правильный ответ: {answer}</translation>
    </message>
    <message>
        <source>The scene before (PgUp)</source>
        <translation>Предыдущая сцена (PgUp)</translation>
    </message>
    <message>
        <source>The scene cannot be shown: {error}.</source>
        <translation>Эту сцену показать не удалось: {error}.</translation>
    </message>
    <message>
        <source>The scene has no title.</source>
        <translation>У сцены нет названия (title).</translation>
    </message>
    <message>
        <source>The targets y of these data do not go with {output} and {cost}; choose others.</source>
        <translation>Ответы y в этих данных не подходят к {output} и {cost}; выберите другие.</translation>
    </message>
    <message>
        <source>The text is in UTF-16; save it as UTF-8.</source>
        <translation>Текст в кодировке UTF-16; сохраните его в UTF-8.</translation>
    </message>
    <message>
        <source>There are no examples in that file.</source>
        <translation>В этом файле нет примеров.</translation>
    </message>
    <message>
        <source>There is no command {name} for formulas.</source>
        <translation>Команды {name} для формул нет.</translation>
    </message>
    <message>
        <source>There is no key “{key}” here.</source>
        <translation>Ключа «{key}» здесь нет.</translation>
    </message>
    <message>
        <source>There is no lesson “{name}”; there are {known}.</source>
        <translation>Урока «{name}» нет; есть {known}.</translation>
    </message>
    <message>
        <source>There is no number {index} of {name} there; they go from {least} to {most}.</source>
        <translation>У величины {name} здесь нет номера {index}: номера идут от {least} до {most}.</translation>
    </message>
    <message>
        <source>There is no quantity “{name}”; there are {known}.</source>
        <translation>Величины «{name}» нет; есть {known}.</translation>
    </message>
    <message>
        <source>There is no question here.</source>
        <translation>В этой сцене нет вопроса.</translation>
    </message>
    <message>
        <source>There is {name} for layers {first} to {last}, not for {layer}.</source>
        <translation>Величина {name} есть у слоёв с {first} по {last}, а у слоя {layer} её нет.</translation>
    </message>
    <message>
        <source>This formula cannot be typeset; see to its brackets and commands.</source>
        <translation>Эту формулу нельзя набрать; проверьте скобки и команды.</translation>
    </message>
    <message>
        <source>This has been said before in the same part; say it once.</source>
        <translation>В этой части это уже сказано; оставьте что-нибудь одно.</translation>
    </message>
    <message>
        <source>This has to be mended in “{file}” first:</source>
        <translation>Сначала нужно исправить в файле «{file}»:</translation>
    </message>
    <message>
        <source>This is not TOML; its reader says: {message}.</source>
        <translation>Это не TOML; программа чтения сообщает: {message}.</translation>
    </message>
    <message>
        <source>This is not UTF-8; save the file with that encoding.</source>
        <translation>Это не UTF-8; сохраните файл в этой кодировке.</translation>
    </message>
    <message>
        <source>This lesson cannot be given yet</source>
        <translation>Урок пока нельзя провести</translation>
    </message>
    <message>
        <source>This line is neither name = value, nor [[scene]], nor a # remark.</source>
        <translation>Эта строка — не «имя = значение», не [[scene]] и не примечание после #.</translation>
    </message>
    <message>
        <source>This line is not about one {name}.</source>
        <translation>В этой строке алгоритма ключ {name} не имеет смысла.</translation>
    </message>
    <message>
        <source>This row has {n} numbers, the first one {first}.</source>
        <translation>В этом ряду чисел {n}, а в первом — {first}.</translation>
    </message>
    <message>
        <source>Training as far as this scene needs …</source>
        <translation>Сеть доучивается до этой сцены…</translation>
    </message>
    <message>
        <source>Two braces begin a quantity such as {{delta(3,1)}}, and this one does not end; in a formula leave a space between two braces.</source>
        <translation>Две фигурные скобки начинают величину, например {{delta(3,1)}}, а эта не закончена; в формулах оставляйте между двумя скобками пробел.</translation>
    </message>
    <message>
        <source>Unit {unit} has the largest absolute value, {value}.</source>
        <translation>Самое большое по модулю значение у нейрона {unit}: {value}.</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Что не так</translation>
    </message>
    <message>
        <source>What stands in braces { } is one line, without a comma at its end; where that is too long, write a heading instead, [start] or [scene.question], and below it each name = value on its own line.</source>
        <translation>То, что стоит в фигурных скобках { }, пишется в одну строку и без запятой в конце; если строка слишком длинна, поставьте вместо этого заголовок, [start] или [scene.question], а под ним каждое «имя = значение» на отдельной строке.</translation>
    </message>
    <message>
        <source>Which choice is right: right = 1, say, is missing.</source>
        <translation>Не сказано, какой вариант верен: не хватает, например, right = 1.</translation>
    </message>
    <message>
        <source>X has {m} rows and Y has {n}; each example needs both.</source>
        <translation>Строк в X — {m}, а в Y — {n}; каждому примеру нужно и то и другое.</translation>
    </message>
    <message>
        <source>Zero.</source>
        <translation>Ноль.</translation>
    </message>
    <message>
        <source>a column of units, such as delta(2),</source>
        <translation>столбец значений нейронов, например delta(2)</translation>
    </message>
    <message>
        <source>a group of names with values, in braces or under a heading,</source>
        <translation>группа имён со значениями, в фигурных скобках или под заголовком</translation>
    </message>
    <message>
        <source>a huge number</source>
        <translation>огромное число</translation>
    </message>
    <message>
        <source>a list of two texts or more</source>
        <translation>список из двух или более текстов</translation>
    </message>
    <message>
        <source>a list, {list},</source>
        <translation>список вида {list}</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>число</translation>
    </message>
    <message>
        <source>a number from 0 to less than 1</source>
        <translation>число от 0 и меньше 1</translation>
    </message>
    <message>
        <source>a number from {least} on</source>
        <translation>число не меньше {least}</translation>
    </message>
    <message>
        <source>a number greater than {least}</source>
        <translation>число больше {least}</translation>
    </message>
    <message>
        <source>a number, or matrices [[[0.35, 0.15], …], …],</source>
        <translation>число или матрицы вида [[[0.35, 0.15], …], …]</translation>
    </message>
    <message>
        <source>a row of numbers, [0.5, 1.0],</source>
        <translation>ряд чисел вида [0.5, 1.0]</translation>
    </message>
    <message>
        <source>a text in quotes</source>
        <translation>текст в кавычках</translation>
    </message>
    <message>
        <source>a text such as &quot;3-5-5-4&quot;, the units of two or more layers, each at least 1,</source>
        <translation>текст вида &quot;3-5-5-4&quot;, числа нейронов в двух или более слоях, в каждом хотя бы один</translation>
    </message>
    <message>
        <source>a whole number from {least} on</source>
        <translation>целое число не меньше {least}</translation>
    </message>
    <message>
        <source>a whole number from {least} to {most}</source>
        <translation>целое число от {least} до {most}</translation>
    </message>
    <message>
        <source>examples need X and Y; {name} is missing.</source>
        <translation>В examples нужны и X, и Y; не хватает {name}.</translation>
    </message>
    <message>
        <source>line {line}: {sentence}</source>
        <translation>строка {line}: {sentence}</translation>
    </message>
    <message>
        <source>negative</source>
        <translation>отрицательный</translation>
    </message>
    <message>
        <source>one number, such as delta(3,1),</source>
        <translation>одно число, например delta(3,1)</translation>
    </message>
    <message>
        <source>positive</source>
        <translation>положительный</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true или false</translation>
    </message>
    <message>
        <source>zero</source>
        <translation>ноль</translation>
    </message>
    <message>
        <source>{k} of {n}</source>
        <translation>{k} из {n}</translation>
    </message>
    <message>
        <source>{name} is written {forms}.</source>
        <translation>Величина {name} пишется так: {forms}.</translation>
    </message>
    <message>
        <source>{name}: the text in these languages is missing: {missing}.</source>
        <translation>{name}: нет текста на этих языках: {missing}.</translation>
    </message>
    <message>
        <source>{name}: there is no “{value}”; there are {known}.</source>
        <translation>{name}: значения «{value}» нет; есть {known}.</translation>
    </message>
    <message>
        <source>{name}: {expected} is due, not {value}.</source>
        <translation>{name}: здесь ожидается {expected}, а стоит {value}.</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} мин</translation>
    </message>
    <message>
        <source>{output} and {cost} do not go together; these do: {known}.</source>
        <translation>{output} и {cost} не сочетаются; сочетаются {known}.</translation>
    </message>
    <message>
        <source>Θ⁽ˡ⁾ has {rows} rows and columns 0 to {last} there.</source>
        <translation>Строк в этой Θ⁽ˡ⁾ — {rows}, столбцы — с 0 по {last}.</translation>
    </message>
    <message>
        <source>“right” goes with choices only.</source>
        <translation>Ключ right нужен только вместе с choices.</translation>
    </message>
    <message>
        <source>“{code}” is no language; English is en and Russian is ru.</source>
        <translation>«{code}» — не язык; английский — это en, русский — ru.</translation>
    </message>
    <message>
        <source>“{name}” is not there. {why}</source>
        <translation>«{name}» здесь нет. {why}</translation>
    </message>
    <message>
        <source>“{name}” is not there; with these data there are {pages}.</source>
        <translation>«{name}» здесь нет; при таких данных есть {pages}.</translation>
    </message>
    <message>
        <source>“{name}” leads out of the folder of the lesson; put the file into that folder, and write its name only.</source>
        <translation>«{name}» ведёт за пределы папки урока; положите файл в эту папку и напишите только его имя.</translation>
    </message>
    <message>
        <source>“{text}” cannot be lit; these can: {examples}.</source>
        <translation>Подсветить «{text}» нельзя; можно, например: {examples}.</translation>
    </message>
    <message>
        <source>“{text}” is no quantity; these look like delta(3,1), Theta(1) or J.</source>
        <translation>«{text}» — не величина; величины пишутся так: delta(3,1), Theta(1) или J.</translation>
    </message>
</context>
<context>
    <name>Link</name>
    <message>
        <source>A link has room for {most} weights that were trained or set in more than one way, not for {count}. Save the session as a file and pass that on.</source>
        <translation>В ссылку помещается не больше {most} весов, которые обучены или заданы не одним способом, а здесь их {count}. Сохраните сеанс в файл и передайте его.</translation>
    </message>
    <message>
        <source>A link names examples that every bpviz has; those on screen are your own. Save the session as a file and pass that on.</source>
        <translation>Ссылка называет примеры, которые есть в каждой bpviz, а на экране ваши собственные. Сохраните сеанс в файл и передайте его.</translation>
    </message>
    <message>
        <source>A network with layers {layers} is too large for a link where m = {m}. Pass the session on as a file.</source>
        <translation>Сеть со слоями {layers} при m = {m} слишком велика для ссылки. Передайте сеанс файлом.</translation>
    </message>
    <message>
        <source>The link asks for {n} steps of training, which this machine does not get to. Ask for the session as a file.</source>
        <translation>Ссылка требует обучить сеть дальше, чем под силу этому компьютеру (шагов: {n}). Попросите прислать сеанс файлом.</translation>
    </message>
    <message>
        <source>The link is about examples called “{name}”, which this bpviz does not have.</source>
        <translation>Ссылка ведёт к примерам «{name}», а в этой bpviz таких нет.</translation>
    </message>
    <message>
        <source>The link is about the examples “{name}” of another version of bpviz; those of this version differ.</source>
        <translation>Ссылка ведёт к примерам «{name}» из другой версии bpviz; в этой версии они другие.</translation>
    </message>
    <message>
        <source>The link is damaged or incomplete; copy all of it, from “bpviz:” to the eight digits after “sum=”.</source>
        <translation>Ссылка повреждена или неполна; скопируйте её целиком, от «bpviz:» до восьми знаков после «sum=».</translation>
    </message>
    <message>
        <source>The link is of version {n}; this bpviz knows links of version {known}. A newer bpviz will open it.</source>
        <translation>Ссылка версии {n}, а эта bpviz знает ссылки версии {known}. Её откроет более новая bpviz.</translation>
    </message>
    <message>
        <source>The link says what this bpviz does not understand; perhaps a newer one does.</source>
        <translation>В ссылке есть то, чего эта bpviz не понимает; возможно, поймёт более новая.</translation>
    </message>
    <message>
        <source>This is no link to a moment: such a link begins with “bpviz:”.</source>
        <translation>Это не ссылка на момент: такая ссылка начинается с «bpviz:».</translation>
    </message>
    <message>
        <source>Θ was trained anew on this machine, whose arithmetic differs from the sender’s in the last digits. Ask for the session as a file if these matter.</source>
        <translation>Веса Θ обучены заново на этом компьютере, а его арифметика отличается в последних знаках от арифметики отправителя. Если эти знаки важны, попросите прислать сеанс файлом.</translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message>
        <source>A link to this moment is on the clipboard, {n} characters long.</source>
        <translation>Ссылка на этот момент скопирована в буфер обмена (знаков: {n}).</translation>
    </message>
    <message>
        <source>There is no link to a moment on the clipboard; such a link begins with “bpviz:”.</source>
        <translation>В буфере обмена нет ссылки на момент; такая ссылка начинается с «bpviz:».</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>By hand</source>
        <translation>Вручную</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмная</translation>
    </message>
    <message>
        <source>Gradient check</source>
        <translation>Проверка градиента</translation>
    </message>
    <message>
        <source>Health of the layers</source>
        <translation>Состояние слоёв</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлая</translation>
    </message>
    <message>
        <source>Matrices</source>
        <translation>Матрицы</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Панели</translation>
    </message>
    <message>
        <source>Reduced motion</source>
        <translation>Меньше анимации</translation>
    </message>
    <message>
        <source>Something went wrong inside bpviz ({error}). What is on screen may be incomplete; new initial Θ (R) put it right.</source>
        <translation>Внутри bpviz что-то пошло не так ({error}). На экране может быть не всё; задайте новые начальные Θ (R), и всё восстановится.</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Размер текста</translation>
    </message>
    <message>
        <source>The algorithm</source>
        <translation>Алгоритм</translation>
    </message>
    <message>
        <source>The cost J(Θ)</source>
        <translation>Кривая J(Θ)</translation>
    </message>
    <message>
        <source>The cost surface</source>
        <translation>Поверхность J(Θ)</translation>
    </message>
    <message>
        <source>The data</source>
        <translation>Данные</translation>
    </message>
    <message>
        <source>The equation</source>
        <translation>Формула</translation>
    </message>
    <message>
        <source>The lesson</source>
        <translation>Урок</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Тема</translation>
    </message>
    <message>
        <source>What was learnt</source>
        <translation>Чему научилась сеть</translation>
    </message>
    <message>
        <source>bpviz: backpropagation, number by number</source>
        <translation>bpviz: обратное распространение ошибки, число за числом</translation>
    </message>
</context>
<context>
    <name>MatricesPanel</name>
    <message>
        <source>Accumulators Δ</source>
        <translation>Накопители Δ</translation>
    </message>
    <message>
        <source>Click: go to line {line}, which computes it</source>
        <translation>Щелчок — к строке {line}, где это вычисляется</translation>
    </message>
    <message>
        <source>Copied: {name}</source>
        <translation>Скопировано: {name}</translation>
    </message>
    <message>
        <source>Copy all of this page for NumPy</source>
        <translation>Копировать всю страницу для NumPy</translation>
    </message>
    <message>
        <source>Copy all of this page for Octave</source>
        <translation>Копировать всю страницу для Octave</translation>
    </message>
    <message>
        <source>Copy for NumPy or Octave</source>
        <translation>Копировать для NumPy или Octave</translation>
    </message>
    <message>
        <source>Copy {name}</source>
        <translation>Копировать {name}</translation>
    </message>
    <message>
        <source>Copy {name} for NumPy</source>
        <translation>Копировать {name} для NumPy</translation>
    </message>
    <message>
        <source>Copy {name} for Octave</source>
        <translation>Копировать {name} для Octave</translation>
    </message>
    <message>
        <source>Fit (0)</source>
        <translation>Показать целиком (0)</translation>
    </message>
    <message>
        <source>Follow the step on screen</source>
        <translation>Следить за текущим шагом</translation>
    </message>
    <message>
        <source>Given in this pass. Click: select the weight</source>
        <translation>Дано в этом проходе. Щелчок — выбрать вес</translation>
    </message>
    <message>
        <source>Gradient D = ∂J/∂Θ</source>
        <translation>Градиент D = ∂J/∂Θ</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>Крупнее (+)</translation>
    </message>
    <message>
        <source>Numbers of all layers</source>
        <translation>Числа всех слоёв</translation>
    </message>
    <message>
        <source>Smaller (−)</source>
        <translation>Мельче (−)</translation>
    </message>
    <message>
        <source>The matrices</source>
        <translation>Матрицы</translation>
    </message>
    <message>
        <source>The number looked at</source>
        <translation>Рассматриваемое число</translation>
    </message>
    <message>
        <source>Units: z, a and δ of the example</source>
        <translation>Нейроны: z, a и δ примера</translation>
    </message>
    <message>
        <source>Weights Θ</source>
        <translation>Веса Θ</translation>
    </message>
    <message>
        <source>{name}: not yet computed</source>
        <translation>{name}: ещё не вычислено</translation>
    </message>
</context>
<context>
    <name>Movie</name>
    <message numerus="yes">
        <source>%n frames, {seconds} s</source>
        <translation>
            <numerusform>%n кадр, {seconds} с</numerusform>
            <numerusform>%n кадра, {seconds} с</numerusform>
            <numerusform>%n кадров, {seconds} с</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Cancelled; nothing was written.</source>
        <translation>Отменено; файл не создан.</translation>
    </message>
    <message>
        <source>First iteration</source>
        <translation>Первая итерация</translation>
    </message>
    <message>
        <source>Frames a second</source>
        <translation>Кадров в секунду</translation>
    </message>
    <message>
        <source>GIF, plays everywhere</source>
        <translation>GIF: открывается везде</translation>
    </message>
    <message>
        <source>In steps of</source>
        <translation>Шаг</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>Итерации</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Last iteration</source>
        <translation>Последняя итерация</translation>
    </message>
    <message>
        <source>MP4 needs PyAV, which is not installed: pip install &apos;bpviz[video]&apos;. GIF needs nothing more.</source>
        <translation>Для MP4 нужна библиотека PyAV, а она не установлена: pip install &apos;bpviz[video]&apos;. Для GIF больше ничего не нужно.</translation>
    </message>
    <message>
        <source>MP4, needs: pip install &apos;bpviz[video]&apos;</source>
        <translation>MP4: нужно pip install &apos;bpviz[video]&apos;</translation>
    </message>
    <message>
        <source>MP4, smaller and smoother</source>
        <translation>MP4: меньше и плавнее</translation>
    </message>
    <message>
        <source>Movie</source>
        <translation>Видео</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Ход работы</translation>
    </message>
    <message>
        <source>Save the movie</source>
        <translation>Сохранить видео</translation>
    </message>
    <message>
        <source>Saved as {file} ({size} MB)</source>
        <translation>Сохранено: {file} ({size} МБ)</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Секунды</translation>
    </message>
    <message>
        <source>Seconds a step</source>
        <translation>Секунд на шаг</translation>
    </message>
    <message>
        <source>Seconds in all</source>
        <translation>Всего секунд</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>На экране</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>That would be more than {most} frames. Show less of the pass, take longer steps, or fewer seconds a step.</source>
        <translation>Получилось бы больше {most} кадров. Покажите меньшую часть прохода, идите более крупными шагами или отведите на шаг меньше секунд.</translation>
    </message>
    <message>
        <source>The movie could not be made: {error}.</source>
        <translation>Видео сделать не удалось: {error}.</translation>
    </message>
    <message>
        <source>The network</source>
        <translation>Сеть</translation>
    </message>
    <message>
        <source>The network and J(Θ)</source>
        <translation>Сеть и J(Θ)</translation>
    </message>
    <message>
        <source>The network and the equation</source>
        <translation>Сеть и формула</translation>
    </message>
    <message>
        <source>The network, the algorithm and J(Θ)</source>
        <translation>Сеть, алгоритм и J(Θ)</translation>
    </message>
    <message>
        <source>The network, the algorithm and the equation</source>
        <translation>Сеть, алгоритм и формула</translation>
    </message>
    <message>
        <source>The whole pass</source>
        <translation>Весь проход</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Тема</translation>
    </message>
    <message>
        <source>There is no training to show yet: press Train (T) before.</source>
        <translation>Обучения ещё не было: сначала нажмите «Обучать» (T).</translation>
    </message>
    <message>
        <source>This example</source>
        <translation>Этот пример</translation>
    </message>
    <message>
        <source>This line for one layer</source>
        <translation>Эта строка для одного слоя</translation>
    </message>
    <message>
        <source>This step</source>
        <translation>Этот шаг</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Обучение</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что показать</translation>
    </message>
    <message>
        <source>Without motion within a step</source>
        <translation>Без движения внутри шага</translation>
    </message>
    <message>
        <source>a layer</source>
        <translation>слой</translation>
    </message>
    <message>
        <source>a unit or weight</source>
        <translation>нейрон или вес</translation>
    </message>
    <message>
        <source>an example</source>
        <translation>пример</translation>
    </message>
    <message>
        <source>the pass</source>
        <translation>весь проход</translation>
    </message>
</context>
<context>
    <name>NetworkView</name>
    <message>
        <source>(given)</source>
        <translation>(дано)</translation>
    </message>
    <message>
        <source>Bias unit of layer {l}: always 1, fed by nothing</source>
        <translation>Нейрон смещения слоя {l}: всегда 1, входов нет</translation>
    </message>
    <message>
        <source>Double-click: where from?</source>
        <translation>Двойной щелчок — откуда это?</translation>
    </message>
    <message>
        <source>Input {j}: {name}</source>
        <translation>Вход {j}: {name}</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Сеть</translation>
    </message>
    <message>
        <source>Output {i}: {name}</source>
        <translation>Выход {i}: {name}</translation>
    </message>
    <message>
        <source>Showing {shown} of {total} weights: the strongest into each unit.</source>
        <translation>Показаны веса: {shown} из {total}, у каждого нейрона самые сильные.</translation>
    </message>
    <message>
        <source>Showing {shown} of {total} weights: the strongest into each unit. Select a unit to see all of its weights.</source>
        <translation>Показаны веса: {shown} из {total}, у каждого нейрона самые сильные. Выберите нейрон, чтобы увидеть все его веса.</translation>
    </message>
    <message>
        <source>Unit {i} of layer {l}</source>
        <translation>Нейрон {i} слоя {l}</translation>
    </message>
    <message>
        <source>Weight from the bias unit of layer {l} to unit {i}</source>
        <translation>Вес из нейрона смещения слоя {l} в нейрон {i}</translation>
    </message>
    <message>
        <source>Weight from unit {j} of layer {l} to unit {i}</source>
        <translation>Вес из нейрона {j} слоя {l} в нейрон {i}</translation>
    </message>
    <message>
        <source>Where does {number} come from?</source>
        <translation>Откуда взялось {number}?</translation>
    </message>
    <message>
        <source>bias: no λ</source>
        <translation>смещение: без λ</translation>
    </message>
    <message>
        <source>no</source>
        <translation>нет</translation>
    </message>
    <message numerus="yes">
        <source>of %n examples</source>
        <translation>
            <numerusform>из %n примера</numerusform>
            <numerusform>из %n примеров</numerusform>
            <numerusform>из %n примеров</numerusform>
        </translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>прогноз</translation>
    </message>
    <message>
        <source>true</source>
        <translation>истина</translation>
    </message>
    <message>
        <source>x is given: there is nothing to correct</source>
        <translation>вход x дан: исправлять нечего</translation>
    </message>
    <message>
        <source>{shown} of {total} weights</source>
        <translation>веса: {shown} из {total}</translation>
    </message>
    <message numerus="yes">
        <source>⋮ %n more</source>
        <translation>
            <numerusform>⋮ ещё %n</numerusform>
            <numerusform>⋮ ещё %n</numerusform>
            <numerusform>⋮ ещё %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Put away</source>
        <translation>Скрыть</translation>
    </message>
</context>
<context>
    <name>Optimizer</name>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>BFGS</source>
        <translation>BFGS</translation>
    </message>
    <message>
        <source>BFGS keeps a number for every pair of weights, which for the {n} weights of this network would take {size} GB; it is offered up to {most} weights. L-BFGS does nearly the same with little memory.</source>
        <translation>BFGS хранит по числу на каждую пару весов; весов в этой сети {n}, и понадобилось бы {size} ГБ. Он предлагается, пока весов не больше {most}; L-BFGS делает почти то же, но памяти ему нужно мало.</translation>
    </message>
    <message>
        <source>Batch gradient descent</source>
        <translation>Пакетный градиентный спуск</translation>
    </message>
    <message>
        <source>Conjugate gradient</source>
        <translation>Метод сопряжённых градиентов</translation>
    </message>
    <message>
        <source>L-BFGS</source>
        <translation>L-BFGS</translation>
    </message>
    <message>
        <source>Mini-batch gradient descent</source>
        <translation>Мини-пакетный градиентный спуск</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>Метод импульса</translation>
    </message>
    <message>
        <source>Stochastic gradient descent</source>
        <translation>Стохастический градиентный спуск</translation>
    </message>
    <message>
        <source>{name} compares J(Θ) at one Θ and another, which needs all examples every time.</source>
        <translation>{name} сравнивает J(Θ) при разных Θ, и для этого каждый раз нужны все примеры.</translation>
    </message>
    <message>
        <source>{name} finds the length of each step by itself, by trying some out.</source>
        <translation>{name} сам подбирает длину каждого шага, пробуя разные.</translation>
    </message>
    <message>
        <source>{name} keeps no direction from one step to the next.</source>
        <translation>{name} не переносит направление с шага на шаг.</translation>
    </message>
    <message>
        <source>{name} takes all examples in every step.</source>
        <translation>{name} на каждом шаге берёт все примеры.</translation>
    </message>
    <message>
        <source>{name} takes one example a step.</source>
        <translation>{name} берёт по одному примеру за шаг.</translation>
    </message>
    <message>
        <source>{name} works out by itself what to keep of earlier directions.</source>
        <translation>{name} сам определяет, что взять от прежних направлений.</translation>
    </message>
</context>
<context>
    <name>PaintGrid</name>
    <message>
        <source>Arrows move, Space adds ink, Delete takes it away.</source>
        <translation>Стрелки двигают курсор, пробел добавляет краску, Delete убирает.</translation>
    </message>
    <message>
        <source>Paint; the right mouse button erases.</source>
        <translation>Рисуйте мышью; правая кнопка стирает.</translation>
    </message>
    <message>
        <source>The picture of the example</source>
        <translation>Картинка примера</translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>A picture of {width}×{height} pixels is too large; take a smaller scale.</source>
        <translation>Рисунок {width}×{height} пикселей слишком велик; выберите масштаб поменьше.</translation>
    </message>
    <message>
        <source>The window needs at least {width}x{height} pixels.</source>
        <translation>Окну нужно не меньше {width}x{height} пикселей.</translation>
    </message>
    <message>
        <source>There is no font to write with; on Debian or Ubuntu install one with: apt-get install -y fonts-dejavu-core</source>
        <translation>Нечем писать: нет ни одного шрифта; в Debian и Ubuntu его устанавливает команда: apt-get install -y fonts-dejavu-core</translation>
    </message>
</context>
<context>
    <name>Plane</name>
    <message>
        <source>first principal component</source>
        <translation>первая главная компонента</translation>
    </message>
    <message>
        <source>second principal component</source>
        <translation>вторая главная компонента</translation>
    </message>
    <message>
        <source>{n} of {m} drawn</source>
        <translation>показано {n} из {m}</translation>
    </message>
</context>
<context>
    <name>Presenter</name>
    <message>
        <source>*No notes here.*</source>
        <translation>*Здесь заметок нет.*</translation>
    </message>
    <message>
        <source>From 0:00</source>
        <translation>С 0:00</translation>
    </message>
    <message>
        <source>Let the time begin anew</source>
        <translation>Начать отсчёт времени заново</translation>
    </message>
    <message>
        <source>Line {line} of the algorithm</source>
        <translation>Строка {line} алгоритма</translation>
    </message>
    <message>
        <source>Next: {title}</source>
        <translation>Дальше: {title}</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Экран для зала</translation>
    </message>
    <message>
        <source>Swap the screens</source>
        <translation>Поменять экраны местами</translation>
    </message>
    <message>
        <source>The screen is blank; B brings it back</source>
        <translation>Экран погашен; клавиша B вернёт картинку</translation>
    </message>
    <message>
        <source>This is the last scene.</source>
        <translation>Это последняя сцена.</translation>
    </message>
    <message>
        <source>This is the last step.</source>
        <translation>Это последний шаг.</translation>
    </message>
    <message>
        <source>Time since the presentation began</source>
        <translation>Время с начала показа</translation>
    </message>
    <message>
        <source>bpviz: notes</source>
        <translation>bpviz: заметки</translation>
    </message>
    <message>
        <source>{lesson}: scene {k} of {n}</source>
        <translation>{lesson}: сцена {k} из {n}</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Click: learn this column, or leave it out</source>
        <translation>Щелчок: сделать столбец ответом или исключить его</translation>
    </message>
    <message>
        <source>Columns set apart by</source>
        <translation>Столбцы разделены</translation>
    </message>
    <message>
        <source>Held back for validation</source>
        <translation>Отложить для проверки</translation>
    </message>
    <message>
        <source>It is</source>
        <translation>Это</translation>
    </message>
    <message>
        <source>Learn this column</source>
        <translation>Сделать ответом</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>Исключить</translation>
    </message>
    <message>
        <source>Missing inputs</source>
        <translation>Пропущенные входы</translation>
    </message>
    <message>
        <source>No input is missing.</source>
        <translation>Ни один вход не пропущен.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Open examples: {file}</source>
        <translation>Открыть примеры: {file}</translation>
    </message>
    <message>
        <source>Scale what needs it</source>
        <translation>Масштабировать, где нужно</translation>
    </message>
    <message>
        <source>The first line names the columns</source>
        <translation>В первой строке — имена столбцов</translation>
    </message>
    <message>
        <source>The first rows of the file</source>
        <translation>Первые строки файла</translation>
    </message>
    <message>
        <source>The inputs are</source>
        <translation>Входы — это</translation>
    </message>
    <message>
        <source>To be learnt</source>
        <translation>Правильный ответ</translation>
    </message>
    <message>
        <source>Use it as an input</source>
        <translation>Сделать входом</translation>
    </message>
    <message>
        <source>What it holds leaves no choice.</source>
        <translation>Содержимое столбца не оставляет выбора.</translation>
    </message>
    <message>
        <source>a class</source>
        <translation>класс</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>число</translation>
    </message>
    <message>
        <source>a picture, column by column</source>
        <translation>картинка по столбцам</translation>
    </message>
    <message>
        <source>a picture, row by row</source>
        <translation>картинка по строкам</translation>
    </message>
    <message>
        <source>input</source>
        <translation>вход</translation>
    </message>
    <message>
        <source>leave their rows out</source>
        <translation>исключить их строки</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>исключён</translation>
    </message>
    <message>
        <source>numbers of their own</source>
        <translation>отдельные числа</translation>
    </message>
    <message>
        <source>put the mean there</source>
        <translation>подставить среднее</translation>
    </message>
    <message>
        <source>to be learnt</source>
        <translation>ответ</translation>
    </message>
</context>
<context>
    <name>Rates</name>
    <message>
        <source>Examples a step</source>
        <translation>Примеров на шаг</translation>
    </message>
    <message>
        <source>How Θ is moved</source>
        <translation>Как меняются Θ: метод оптимизации</translation>
    </message>
    <message>
        <source>Momentum β</source>
        <translation>Импульс β</translation>
    </message>
    <message>
        <source>α does not change over time.</source>
        <translation>α не меняется со временем.</translation>
    </message>
    <message>
        <source>α over time</source>
        <translation>Как меняется α</translation>
    </message>
    <message>
        <source>… within T iterations</source>
        <translation>… за T итераций</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>Forget</source>
        <translation>Забыть</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Восстановить</translation>
    </message>
    <message>
        <source>The session cannot be kept in case of a crash.</source>
        <translation>Сеанс не удаётся сохранить на случай сбоя.</translation>
    </message>
    <message>
        <source>bpviz was not closed properly last time. Its session has been kept.</source>
        <translation>В прошлый раз bpviz закрылась не так, как следует. Сеанс сохранён.</translation>
    </message>
</context>
<context>
    <name>Schedule</name>
    <message>
        <source>constant α</source>
        <translation>постоянная α</translation>
    </message>
    <message>
        <source>α falling as 1/t</source>
        <translation>α убывает как 1/t</translation>
    </message>
    <message>
        <source>α falling as a cosine</source>
        <translation>α убывает по косинусу</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Computing … {sentence}</source>
        <translation>Вычисляется… {sentence}</translation>
    </message>
    <message>
        <source>Example {i} of {m}</source>
        <translation>Пример {i} из {m}</translation>
    </message>
    <message>
        <source>What is happening</source>
        <translation>Что происходит</translation>
    </message>
    <message>
        <source>line {line}: {what}</source>
        <translation>строка {line}: {what}</translation>
    </message>
    <message>
        <source>the bias unit of layer {layer} is 1</source>
        <translation>нейрон смещения слоя {layer} равен 1</translation>
    </message>
    <message>
        <source>the example is taken up</source>
        <translation>берётся очередной пример</translation>
    </message>
    <message>
        <source>the example’s share is added to {Delta}</source>
        <translation>вклад примера прибавляется к {Delta}</translation>
    </message>
    <message>
        <source>the inputs x become a of layer 1</source>
        <translation>вход x подаётся в слой 1</translation>
    </message>
    <message>
        <source>there is no δ of layer 1: x is given</source>
        <translation>δ слоя 1 не бывает: вход x дан</translation>
    </message>
    <message>
        <source>z and a of layer {layer}</source>
        <translation>z и a слоя {layer}</translation>
    </message>
    <message>
        <source>{Delta} is set to zero</source>
        <translation>{Delta} обнуляется</translation>
    </message>
    <message>
        <source>{D} = ∂J/∂{Theta}, the mean over the examples</source>
        <translation>{D} = ∂J/∂{Theta}, среднее по примерам</translation>
    </message>
    <message>
        <source>{Theta} takes a step downhill</source>
        <translation>{Theta} делает шаг вниз по склону</translation>
    </message>
    <message>
        <source>{sentence} (the plain gradient step, not that of {optimizer})</source>
        <translation>{sentence} (обычный градиентный шаг; при обучении — {optimizer})</translation>
    </message>
    <message>
        <source>{symbol} of the weight from the bias unit to unit {unit}</source>
        <translation>{symbol} веса из нейрона смещения в нейрон {unit}</translation>
    </message>
    <message>
        <source>{symbol} of the weight from unit {source} to unit {unit}</source>
        <translation>{symbol} веса из нейрона {source} в нейрон {unit}</translation>
    </message>
    <message>
        <source>{symbol} of unit {unit} in layer {layer}</source>
        <translation>{symbol} нейрона {unit} слоя {layer}</translation>
    </message>
    <message>
        <source>δ of layer {layer}</source>
        <translation>δ слоя {layer}</translation>
    </message>
    <message>
        <source>δ of layer {layer}, the output</source>
        <translation>δ слоя {layer}, выходного</translation>
    </message>
</context>
<context>
    <name>SurfacePanel</name>
    <message>
        <source>Closer to Θ (+)</source>
        <translation>Ближе к Θ (+)</translation>
    </message>
    <message>
        <source>Compute anew</source>
        <translation>Вычислить заново</translation>
    </message>
    <message>
        <source>Directions of the plane</source>
        <translation>Направления плоскости</translation>
    </message>
    <message>
        <source>Farther from Θ (−)</source>
        <translation>Дальше от Θ (−)</translation>
    </message>
    <message>
        <source>Hold this surface, and watch Θ move over it</source>
        <translation>Удержать эту поверхность и смотреть, как по ней движется Θ</translation>
    </message>
    <message>
        <source>Iteration {n}</source>
        <translation>Итерация {n}</translation>
    </message>
    <message>
        <source>J = {J} at ({s}; {t})</source>
        <translation>J = {J} в точке ({s}; {t})</translation>
    </message>
    <message>
        <source>J = {J} at Θ</source>
        <translation>J = {J} в точке Θ</translation>
    </message>
    <message>
        <source>J(Θ) in a plane around Θ</source>
        <translation>J(Θ) в плоскости вокруг Θ</translation>
    </message>
    <message>
        <source>Logarithmic scale for J(Θ)</source>
        <translation>Логарифмическая шкала для J(Θ)</translation>
    </message>
    <message>
        <source>Other random directions</source>
        <translation>Другие случайные направления</translation>
    </message>
    <message>
        <source>Points computed</source>
        <translation>Вычислено точек</translation>
    </message>
    <message>
        <source>Random directions</source>
        <translation>Случайные направления</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>The cost surface</source>
        <translation>Поверхность J(Θ)</translation>
    </message>
    <message>
        <source>The first two principal components of the Θ that training has passed: the plane that the path lies in as far as it can.</source>
        <translation>Первые две главные компоненты тех Θ, через которые прошло обучение: плоскость, к которой путь прилегает теснее всего.</translation>
    </message>
    <message>
        <source>The path has no two directions yet: train for a few iterations (T).</source>
        <translation>У пути пока нет двух направлений: обучите сеть несколько итераций (T).</translation>
    </message>
    <message>
        <source>The path&apos;s own directions</source>
        <translation>Направления самого пути</translation>
    </message>
    <message>
        <source>Two random directions through Θ in which the weights into each unit, its bias among them, are as long as its own (filter-normalised: Li et al., 2018). Training hardly moves in them: the path is seen as its shadow on this plane.</source>
        <translation>Два случайных направления через Θ, в которых вектор весов каждого нейрона вместе со смещением той же длины, что и у него самого (нормировка по фильтрам: Li и др., 2018). Обучение почти не идёт вдоль них: путь виден как тень на этой плоскости.</translation>
    </message>
    <message>
        <source>all {n} training examples</source>
        <translation>примеры: все {n}</translation>
    </message>
    <message>
        <source>first direction</source>
        <translation>первое направление</translation>
    </message>
    <message>
        <source>first direction: {share}</source>
        <translation>первое направление: {share}</translation>
    </message>
    <message>
        <source>second direction</source>
        <translation>второе направление</translation>
    </message>
    <message>
        <source>second direction: {share}</source>
        <translation>второе направление: {share}</translation>
    </message>
    <message>
        <source>{n} × {n} points</source>
        <translation>{n} × {n} точек</translation>
    </message>
    <message>
        <source>{share} of the path&apos;s variance lies in this plane</source>
        <translation>в этой плоскости лежит {share} дисперсии пути</translation>
    </message>
    <message>
        <source>{taken} of {n} training examples, evenly spread</source>
        <translation>примеры: {taken} из {n}, равномерно</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Timeline of the pass</source>
        <translation>Шкала шагов прохода</translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>Activation function g of the hidden units</source>
        <translation>Функция активации g скрытых нейронов</translation>
    </message>
    <message>
        <source>Batch size, momentum, α over time</source>
        <translation>Размер пакета, импульс, α со временем</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>Набор данных</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Слои</translation>
    </message>
    <message>
        <source>Learning rate α</source>
        <translation>Скорость обучения α</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Урок</translation>
    </message>
    <message>
        <source>Lessons, told scene by scene</source>
        <translation>Уроки: сцена за сценой</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Меню</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Ещё</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Пауза</translation>
    </message>
    <message>
        <source>Pause training (T)</source>
        <translation>Приостановить обучение (T)</translation>
    </message>
    <message>
        <source>Regularisation λ</source>
        <translation>Параметр регуляризации λ</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Инструменты</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Обучать</translation>
    </message>
    <message>
        <source>Train the network (T)</source>
        <translation>Обучать сеть (T)</translation>
    </message>
    <message>
        <source>Units of each layer, from the input to the output</source>
        <translation>Число нейронов в слоях, от входа к выходу</translation>
    </message>
    <message>
        <source>View and more (F10)</source>
        <translation>Вид и прочее (F10)</translation>
    </message>
    <message>
        <source>“{typed}” cannot be the layers: these data have {first} inputs and {last} outputs, so write for example {example}.</source>
        <translation>«{typed}» — не слои этой сети: в данных входов {first}, выходов {last}; напишите, например, {example}.</translation>
    </message>
</context>
<context>
    <name>Trace</name>
    <message>
        <source>is given, not computed</source>
        <translation>дано, а не вычислено</translation>
    </message>
    <message>
        <source>there is no</source>
        <translation>не существует</translation>
    </message>
</context>
<context>
    <name>Training</name>
    <message>
        <source>Iteration {asked} takes a while to compute again: this is iteration {iteration}, the nearest that was kept.</source>
        <translation>Итерацию {asked} пришлось бы долго вычислять заново: это итерация {iteration}, ближайшая из сохранённых.</translation>
    </message>
    <message>
        <source>Iteration {asked} was not kept, and steps of {optimizer} cannot be computed again one by one: this is iteration {iteration}, the nearest that was kept.</source>
        <translation>Итерация {asked} не сохранена, а шаги метода «{optimizer}» нельзя вычислить заново по одному: это итерация {iteration}, ближайшая из сохранённых.</translation>
    </message>
    <message>
        <source>Training diverged: by iteration {iteration} J(Θ) had grown more than a thousandfold, to {J}, because steps with α = {alpha} leap over the minimum. Θ of iteration {kept}, where J was smallest, is kept. Try a smaller α, such as {smaller}.</source>
        <translation>Обучение разошлось: к итерации {iteration} функция J(Θ) выросла более чем в тысячу раз, до {J}, потому что шаги с α = {alpha} перескакивают через минимум. Оставлены Θ итерации {kept}, на которой J была наименьшей. Попробуйте α поменьше, например {smaller}.</translation>
    </message>
    <message>
        <source>Training diverged: by iteration {iteration} J(Θ) was no longer a finite number, because steps with α = {alpha} leap over the minimum. Θ of iteration {kept}, where J was smallest, is kept. Try a smaller α, such as {smaller}.</source>
        <translation>Обучение разошлось: к итерации {iteration} функция J(Θ) перестала быть конечным числом, потому что шаги с α = {alpha} перескакивают через минимум. Оставлены Θ итерации {kept}, на которой J была наименьшей. Попробуйте α поменьше, например {smaller}.</translation>
    </message>
    <message>
        <source>Training finished: iteration {iteration} is reached.</source>
        <translation>Обучение закончено: достигнута итерация {iteration}.</translation>
    </message>
    <message>
        <source>Training stopped because of an unexpected error ({error}). Θ of iteration {kept} is kept; training can be started again from there.</source>
        <translation>Обучение остановлено из-за непредвиденной ошибки ({error}). Оставлены Θ итерации {kept}; с них обучение можно продолжить.</translation>
    </message>
    <message>
        <source>batches of {n}</source>
        <translation>пакеты по {n}</translation>
    </message>
    <message>
        <source>run {n}</source>
        <translation>запуск {n}</translation>
    </message>
    <message>
        <source>{optimizer} has arrived at iteration {iteration}: J(Θ) is level there, with every ∂J/∂Θ smaller than {slope}.</source>
        <translation>{optimizer}: на итерации {iteration} спуск дошёл до места, где J(Θ) пологая: каждая ∂J/∂Θ меньше {slope}.</translation>
    </message>
    <message>
        <source>{optimizer} stopped at iteration {iteration}: however short a step it tries, J(Θ) does not become smaller. So near a minimum that is mostly the work of rounding. Train again for a new search, or take another optimiser.</source>
        <translation>{optimizer}: остановка на итерации {iteration}. Как ни укорачивать шаг, J(Θ) не уменьшается; так близко к минимуму это обычно погрешность округления. Начните обучение снова, чтобы поиск пошёл заново, или возьмите другой метод.</translation>
    </message>
</context>
<context>
    <name>TransportBar</name>
    <message>
        <source> of {m}</source>
        <translation> из {m}</translation>
    </message>
    <message>
        <source>By example</source>
        <translation>По примерам</translation>
    </message>
    <message>
        <source>By layer</source>
        <translation>По слоям</translation>
    </message>
    <message>
        <source>By unit</source>
        <translation>По нейронам</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Пример</translation>
    </message>
    <message>
        <source>How far a step goes</source>
        <translation>Длина шага</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Ещё</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Пауза</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Пуск</translation>
    </message>
    <message>
        <source>Repeat the example</source>
        <translation>Повторять пример</translation>
    </message>
    <message>
        <source>Speed of playing</source>
        <translation>Скорость показа</translation>
    </message>
    <message>
        <source>The example on screen</source>
        <translation>Пример на экране</translation>
    </message>
    <message>
        <source>Whole pass</source>
        <translation>Весь проход</translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message>
        <source>A unit adds up what arrives, each activation times its weight, and bends the sum with g: without that bend any number of layers would be worth only one. The bias unit a₀ = 1 lets a unit shift its sum, with a weight learned like any other.</source>
        <translation>Нейрон складывает пришедшие активации, умноженные на свои веса, и изгибает сумму функцией g: без этого изгиба сколько угодно слоёв стоили бы одного. Нейрон смещения a₀&#xa0;=&#xa0;1 позволяет сдвинуть сумму; его вес выучивается, как и любой другой.</translation>
    </message>
    <message>
        <source>D points where J climbs most steeply, so we step the other way, and α says how far. An advanced optimiser asks for the same J and D and finds direction and length by itself.</source>
        <translation>D указывает, куда J растёт круче всего, поэтому шагаем в обратную сторону, а α говорит, насколько далеко. Более сильный метод оптимизации берёт те же J и D, а направление и длину шага находит сам.</translation>
    </message>
    <message>
        <source>Dividing by m makes the sum a mean. λ draws weights towards zero so that the function stays smooth; a bias only shifts it and is left free. The factor is λ/m, the derivative of the term λ/(2m) ∑ Θ² in J; where a slide has λ alone, its λ stands for our λ/m.</source>
        <translation>Деление на m превращает сумму в среднее. λ тянет веса к нулю, чтобы функция оставалась гладкой; смещение её лишь сдвигает, и его не трогают. Множитель λ/m получается из производной слагаемого λ/(2m) ∑ Θ² в J; если на слайде стоит просто λ, так обозначено наше λ/m.</translation>
    </message>
    <message>
        <source>Each example walks forward and back on its own, through the same Θ. No weight moves until all m examples have been heard.</source>
        <translation>Каждый пример сам проходит сеть вперёд и назад, при одних и тех же Θ. Ни один вес не меняется, пока не выслушаны все m примеров.</translation>
    </message>
    <message>
        <source>Layer 1 computes nothing: its activations are the input itself. Everything after it is made from these numbers and Θ.</source>
        <translation>Слой 1 ничего не вычисляет: его активации — это сам вход. Всё остальное получается из этих чисел и Θ.</translation>
    </message>
    <message>
        <source>The chain rule: z⁽ˡ⁾ reaches the cost only through g and the next layer, so the errors come back through the same weights, times the slope g′. Nothing feeds a bias unit, so its row is dropped; and the input is given, not computed, so there is no δ⁽¹⁾.</source>
        <translation>Это правило дифференцирования сложной функции: z⁽ˡ⁾ влияет на функцию стоимости только через g и следующий слой, поэтому ошибки возвращаются по тем же весам и умножаются на наклон g′. В нейрон смещения ничего не входит, поэтому его строка отбрасывается; а вход дан, а не вычислен, поэтому δ⁽¹⁾ нет.</translation>
    </message>
    <message>
        <source>The derivative of ½ (a − y)² by a is a − y; the chain rule goes on from a to z and adds the factor g′(z). So a saturated unit, whose slope is almost zero, learns slowly however wrong it is. The cross-entropy would cancel the slope.</source>
        <translation>Производная ½ (a − y)² по a равна a − y; по правилу сложной функции идём дальше, от a к z, и появляется множитель g′(z). Поэтому насыщенный нейрон, у которого наклон почти нулевой, учится медленно, как бы он ни ошибался. С перекрёстной энтропией наклон сократился бы.</translation>
    </message>
    <message>
        <source>Δ will collect what every example has to say about each weight, so before the first example it is empty. It has the shape of Θ: one sum for one weight.</source>
        <translation>В Δ соберётся то, что каждый пример скажет о каждом весе, поэтому перед первым примером там одни нули. Размеры у Δ те же, что у Θ: по одной сумме на каждый вес.</translation>
    </message>
    <message>
        <source>δᵢ⁽ˡ⁺¹⁾ aⱼ⁽ˡ⁾ is how steeply the cost of this one example climbs with the weight Θᵢⱼ. J counts all examples, so their wishes are added up and no single one decides.</source>
        <translation>δᵢ⁽ˡ⁺¹⁾ aⱼ⁽ˡ⁾ показывает, насколько круто растёт стоимость одного этого примера с ростом веса Θᵢⱼ. В J входят все примеры, поэтому их пожелания складываются и ни один не решает за всех.</translation>
    </message>
    <message>
        <source>δ⁽ᴸ⁾ is how this example’s cost changes with z⁽ᴸ⁾. A linear unit has a = z, and the derivative of ½ (a − y)² is a − y: the one half was put there for that.</source>
        <translation>δ⁽ᴸ⁾ показывает, как стоимость этого примера меняется вместе с z⁽ᴸ⁾. У линейного нейрона a = z, а производная ½ (a − y)² равна a − y: для того там и стоит одна вторая.</translation>
    </message>
    <message>
        <source>δ⁽ᴸ⁾ is how this example’s cost changes with z⁽ᴸ⁾. The cross-entropy takes the logarithm of what softmax has made with the exponential; they undo each other, and what is left is simply output minus target.</source>
        <translation>δ⁽ᴸ⁾ показывает, как стоимость этого примера меняется вместе с z⁽ᴸ⁾. Перекрёстная энтропия берёт логарифм того, что softmax получил экспонентой; они снимают друг друга, и остаётся просто выход минус правильный ответ.</translation>
    </message>
    <message>
        <source>δ⁽ᴸ⁾ is how this example’s cost changes with z⁽ᴸ⁾. The derivative of the cross-entropy brings 1 / (a (1 − a)), the sigmoid’s slope is a (1 − a): they cancel, and what is left is simply output minus target.</source>
        <translation>δ⁽ᴸ⁾ показывает, как стоимость этого примера меняется вместе с z⁽ᴸ⁾. Производная перекрёстной энтропии даёт множитель 1 / (a (1 − a)), а наклон сигмоиды равен a (1 − a): они сокращаются, и остаётся просто выход минус правильный ответ.</translation>
    </message>
</context>
<context>
    <name>Worksheet</name>
    <message>
        <source>A worksheet has room for layers of up to {most} units, not {units}: a row of Δ has a cell for each of them and must fit on the width of a page. Fewer units, such as 2-2-1, will do.</source>
        <translation>На рабочем листе в слое помещается нейронов не больше {most}, а здесь их {units}: в строке Δ на каждый нужна клетка, и вся строка должна уместиться по ширине страницы. Возьмите нейронов меньше, например 2-2-1.</translation>
    </message>
    <message>
        <source>A worksheet has room for up to {most} layers, not {layers}: with more, nobody gets to the end with a pocket calculator. Fewer layers, such as 2-2-1, will do.</source>
        <translation>На рабочем листе не больше {most} слоёв, а здесь их {layers}: столько на карманном калькуляторе никто не досчитает. Возьмите слоёв меньше, например 2-2-1.</translation>
    </message>
    <message>
        <source>Add the example’s share to Δ</source>
        <translation>Прибавьте вклад примера к Δ</translation>
    </message>
    <message>
        <source>Answer key</source>
        <translation>Ответы</translation>
    </message>
    <message>
        <source>Backpropagation by hand</source>
        <translation>Обратное распространение ошибки вручную</translation>
    </message>
    <message>
        <source>Begin with zeros</source>
        <translation>Начните с нулей</translation>
    </message>
    <message>
        <source>Compare the output with the target</source>
        <translation>Сравните выход с правильным ответом</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Дата</translation>
    </message>
    <message>
        <source>Does J(Θ) fall?</source>
        <translation>Уменьшается ли J(Θ)?</translation>
    </message>
    <message>
        <source>Every unit has {g}.</source>
        <translation>У каждого нейрона {g}.</translation>
    </message>
    <message>
        <source>For the sheet of {name}. Computed with full precision and rounded to four decimals at the end; whoever rounds on the way is off by at most {tolerance}.</source>
        <translation>К листу: {name}. Вычислено с полной точностью и округлено до четырёх знаков в конце; у того, кто округляет по ходу дела, отличие не больше {tolerance}.</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>Дано</translation>
    </message>
    <message>
        <source>Go forward, layer by layer</source>
        <translation>Пройдите вперёд, слой за слоем</translation>
    </message>
    <message>
        <source>Hidden units have {g}.</source>
        <translation>У скрытых нейронов {g}.</translation>
    </message>
    <message>
        <source>Make the gradient of it</source>
        <translation>Получите из этого градиент</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Фамилия, имя</translation>
    </message>
    <message>
        <source>One pass of the algorithm over one training example. Fill in the tables line by line: forward, back, and one step downhill.</source>
        <translation>Один проход алгоритма по одному обучающему примеру. Заполните таблицы строка за строкой: вперёд, назад и один шаг вниз по склону.</translation>
    </message>
    <message>
        <source>Output units have {g}.</source>
        <translation>У выходных нейронов {g}.</translation>
    </message>
    <message>
        <source>Put the example in</source>
        <translation>Подайте пример на вход</translation>
    </message>
    <message>
        <source>Round every number to four decimals when you write it down, and go on with the number as you have written it; the sum within one cell is computed in one go. Your numbers then differ from those of the answer key by at most {tolerance}: more is a mistake.</source>
        <translation>Записывая число, округляйте его до четырёх знаков после запятой и дальше считайте с записанным числом; сумму внутри одной клетки вычисляйте без промежуточных округлений. Тогда ваши числа отличаются от ответов не больше чем на {tolerance}; если отличие больше, ищите ошибку.</translation>
    </message>
    <message>
        <source>Send the error back, layer by layer</source>
        <translation>Передайте ошибку назад, слой за слоем</translation>
    </message>
    <message>
        <source>Take one step downhill</source>
        <translation>Сделайте один шаг вниз по склону</translation>
    </message>
    <message>
        <source>Take the example; here there is one</source>
        <translation>Возьмите пример; здесь он один</translation>
    </message>
    <message>
        <source>The network {layers} with its bias units; {title}, example {i}.</source>
        <translation>Сеть {layers} с нейронами смещения; {title}, пример {i}.</translation>
    </message>
    <message>
        <source>There is no $\delta^{(1)}$: $x$ is given and cannot be wrong.</source>
        <translation>$\delta^{(1)}$ не бывает: $x$ дан, ошибки в нём нет.</translation>
    </message>
    <message>
        <source>These numbers cannot be computed by hand with four decimals: what is rounded away grows too large. Smaller Θ, another seed or another example will do.</source>
        <translation>С четырьмя знаками после запятой эти числа вручную не вычислить: ошибки округления слишком вырастают. Подойдут Θ поменьше, другой вариант (seed) или другой пример.</translation>
    </message>
    <message>
        <source>else</source>
        <translation>иначе</translation>
    </message>
    <message>
        <source>example {i}</source>
        <translation>пример {i}</translation>
    </message>
    <message>
        <source>page {n} of {count}</source>
        <translation>страница {n} из {count}</translation>
    </message>
    <message>
        <source>seed {n}</source>
        <translation>вариант {n}</translation>
    </message>
    <message>
        <source>the sum</source>
        <translation>сумма</translation>
    </message>
</context>
<context>
    <name>WorksheetDialog</name>
    <message>
        <source>Answer key</source>
        <translation>Ответы</translation>
    </message>
    <message>
        <source>As on screen, rounded</source>
        <translation>Те, что на экране, округлённые</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Пример</translation>
    </message>
    <message>
        <source>In a file of its own</source>
        <translation>В отдельном файле</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Скорость обучения</translation>
    </message>
    <message>
        <source>Make a worksheet</source>
        <translation>Рабочий лист</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Без ответов</translation>
    </message>
    <message>
        <source>On pages of its own at the end</source>
        <translation>В конце, на отдельных страницах</translation>
    </message>
    <message>
        <source>PDF, to print</source>
        <translation>PDF для печати</translation>
    </message>
    <message>
        <source>Page for a browser</source>
        <translation>Страница для браузера</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Бумага</translation>
    </message>
    <message>
        <source>Random, by the seed</source>
        <translation>Случайные, по номеру варианта</translation>
    </message>
    <message>
        <source>Rates</source>
        <translation>Параметры</translation>
    </message>
    <message>
        <source>Regularisation</source>
        <translation>Параметр регуляризации</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>Сохранить как…</translation>
    </message>
    <message>
        <source>Save the worksheet</source>
        <translation>Сохранить рабочий лист</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Вариант (seed)</translation>
    </message>
    <message>
        <source>Weights Θ</source>
        <translation>Веса Θ</translation>
    </message>
    <message>
        <source>Writing …</source>
        <translation>Идёт запись…</translation>
    </message>
    <message>
        <source>Written into {folder}: {names}</source>
        <translation>Записано в {folder}: {names}</translation>
    </message>
    <message>
        <source>worksheet</source>
        <translation>рабочий лист</translation>
    </message>
    <message>
        <source>{name}, answer key</source>
        <translation>{name}, ответы</translation>
    </message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru_RU" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Back to where I came from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the presentation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New initial Θ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next line of the algorithm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous line of the algorithm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step example by example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step layer by layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step pass by pass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step unit by unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Algorithm</name>
    <message>
        <source>(bias row dropped)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add this example’s share to Δ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click: go to its next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the output with the target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold the reason away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go forward, layer by layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {number}: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the gradient of the sums</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the example in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the errors back, layer by layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start every sum Δ at zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take one example after the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The algorithm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why line {number} is so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or give J and D to CG, BFGS or L-BFGS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the line now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckPanel</name>
    <message numerus="yes">
        <source>%n left out, where a ReLU switches and J has a corner</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>A sandbox: training, and everything else on screen, keeps to the right D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caught: this D is not ∂J/∂Θ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D is not ∂J/∂Θ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D is the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D is ∂J/∂Θ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far D and d are apart, beside their size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iteration {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>J(Θ) is too large for a check: not every slope is a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line 5 with y − a in place of a − y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line 6 without ⊙ g′(z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line 7 with a₀ = 0: column 0 stays empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line 8 with (λ/m)Θ for j = 0 too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line 8 with Δ in place of Δ/m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not to be seen here: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relative difference: |D − d| / max(|D|, |d|, 10⁻³ max|d|), with d = [J(Θ + ε) − J(Θ − ε)] / 2ε and ε = 10⁻⁴; at most {limit} is rounding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The algorithm as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gradient check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights, farthest apart first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What if g′ were forgotten?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What if nobody divided by m?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What if the bias column were forgotten?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What if the sign were wrong?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What if λ reached the bias column?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would happen if something were wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all {n} training examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all {n} weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>m is 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no g′ stands in these lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>numeric d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rel. diff.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first {taken} of {n} training examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{deed}. Only in this table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{taken} of {n} weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Θ of which layer, into unit i from unit j</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>λ is 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>∂J/∂Θ by backpropagation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>∂J/∂Θ by central differences of J</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Code</name>
    <message>
        <source>5 6 7  backward() leaves δ⁽ˡ⁾ = ∂loss/∂z⁽ˡ⁾ in z.grad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>8  the penalty of J is λ/2m Σ Θ², bias columns left out; its backward()</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Autograd does the work of lines 5 to 8: nothing here says how to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backpropagation as in the lecture: network {layers}, training example {i} of {m}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D⁽ˡ⁾ := Δ⁽ˡ⁾ / m + (λ/m) Θ⁽ˡ⁾, the bias column without λ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prints z, a and δ of this example, Δ after it, and D over all {m}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The example: inputs and targets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training set, one example a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This example alone (m = 1): Δ is what it adds in line 7, and D is ∂J/∂Θ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adds λΘ⁽ˡ⁾ to Theta.grad, and D⁽ˡ⁾ is all of that divided by m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and adds δ⁽ˡ⁺¹⁾ (a⁽ˡ⁾)ᵀ to Theta.grad, which is Δ⁽ˡ⁾</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as if it were the only one. D over all {m} examples is another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>propagate back, so its numbers are an independent check.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the example that is printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no δ⁽¹⁾: nobody can change x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this example alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>z⁽ˡ⁺¹⁾ := Θ⁽ˡ⁾ a⁽ˡ⁾ with a₀ = 1;  a⁽ˡ⁺¹⁾ := g(z⁽ˡ⁺¹⁾)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Θ⁽ˡ⁾ leads from layer l to layer l + 1; column 0: bias unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>δ⁽ˡ⁾ := (Θ⁽ˡ⁾)ᵀ δ⁽ˡ⁺¹⁾ ⊙ g′(z⁽ˡ⁾), the bias row dropped</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodeDialog</name>
    <message>
        <source>All %n examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied %n lines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large matrices are only sketched here; Copy and Save write every number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code of this moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Walk through the whole training set: Δ and D are then those on screen. Otherwise this example is taken for all there is (m = 1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{language} program (*{suffix})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source> (validation {value})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--layers: the data set {name} needs {first} units in the first layer and {last} in the last, such as {example}, not {given}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--output {output} and --cost {cost} do not go together; these do: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--step cannot be combined with --example or --line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>256 colours: a file of a third of the size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the gradient D of backpropagation with central differences of J(Θ), weight by weight. The exit status is 1 if the largest relative difference exceeds {limit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D is not ∂J/∂Θ: nothing should exceed {limit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D is ∂J/∂Θ: nothing exceeds {limit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did you mean “{name}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw the window into a PNG file, at any step of the algorithm. No display is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FILE.png: the name of the picture is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NAME</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See backpropagation happen, number by number. Without a command the window opens; bpviz train, bpviz snapshot and bpviz check do without it, and each has its own --help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no command “{name}”; there are {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no “{name}” here; {program} --help tells all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory for that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train without a window: a progress bar in a terminal, then one line that sums up. Ctrl+C stops early and sums up what has been reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a name that ends in .png is due, not “{text}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number from 0 on is due, not “{text}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number greater than 0 is due, not “{text}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number from {least} on is due, not “{text}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all together, ‖D − d‖ / ‖D + d‖ = {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all {count} {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>data and network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exactly one value is due.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>g of the hidden layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>g of the output layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how far a step goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how many training examples to take (100)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how Θ moves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in general</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iterations: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>language to speak; else LC_ALL or LANG decides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest relative difference {relative}, at {weight}: D = {D}, central difference {slope}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning rate; else what suits the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line of the algorithm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of {names} is due, not “{text}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print the version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print this help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>regularisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step of the whole pass, from 0, instead of example and line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>steps to take (1000)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the units of two or more layers are due, each at least 1, such as 64-25-10, not “{text}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no folder “{folder}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train so many steps before, or a few more (0)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training example, from 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>units of each layer without the bias unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>usage: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights left out, since z of a ReLU passes 0 and J has a corner there: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what J(Θ) measures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>which random Θ to begin with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>width x height in pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>width x height in pixels is due, such as 1400x900, not “{text}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{option}: here it goes up to {most}, not {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{taken} of {count} {what}, taken at random</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CostPlot</name>
    <message>
        <source>J(Θ) over the iterations of training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic scale for J(Θ)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic scale for the iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Train (T) to watch J(Θ) fall.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole curve and follow it (double click)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accuracy {right}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in validation {right}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iteration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iteration {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{speed} steps/s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Data</name>
    <message>
        <source>1 when at least one input is 1; one unit can learn it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 when both inputs are 1; one unit can learn it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 when the inputs agree; not to be learnt without hidden units.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 when the inputs differ; not to be learnt without hidden units.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A ring of points within another; the border must close.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AND</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did you mean “{name}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each input is divided by {largest}, so that it lies between 0 and 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each input is standardised: its mean over the training examples is subtracted, and the difference is divided by its standard deviation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handwritten digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iris flowers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pedestrian, car, motorcycle or truck? Made-up measurements, not real ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Road users, as in the lecture (generated)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The inputs are used as they are, without scaling.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no data set called “{name}”; there are {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two arms wound around each other: hard, and it takes patience.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two clouds (generated)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two clouds of points that overlap a little; a straight line will do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two crescents that reach into each other; the border must bend.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two moons (generated)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two rings (generated)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two spirals (generated)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which digit, 0 to 9, is on a scanned picture of 8×8 points?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which of three species of iris has flowers of these sizes?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>XNOR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>XOR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a truth table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>car</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>generated by bpviz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>height, m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inner ring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>length, m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lower moon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>motorcycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pedestrian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>petal length, cm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>petal width, cm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row {row}, column {column}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>second arm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sepal length, cm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sepal width, cm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>speed, km/h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>truck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>upper right cloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x₁ AND x₂</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x₁ OR x₂</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x₁ XNOR x₂</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x₁ XOR x₂</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataView</name>
    <message>
        <source>Example {i}: {name}; the network agrees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Example {i}: {name}; the network says {said}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>network says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} held back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} to learn from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} wrong</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Display</name>
    <message>
        <source>Qt does not know the platform “{platform}” that QT_QPA_PLATFORM names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qt needs libraries that this machine lacks: {libraries}. On Debian or Ubuntu install them with: apt-get install -y {packages}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The display {variable}={value} cannot be opened: nobody answers, or not to you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no display to open a window on: neither DISPLAY nor WAYLAND_DISPLAY is set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“bpviz snapshot window.png” draws the window into a file without a display; “xvfb-run bpviz” opens it on a virtual one (Xvfb, on Debian in the package xvfb).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EquationPanel</name>
    <message numerus="yes">
        <source>%n digits: {number}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Activation of output unit {unit}: its share of the layer; all shares make 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation of output unit {unit}: its weighted input, as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation of unit {unit} in layer 1: entry {unit} of the input of example {i}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation of unit {unit} in layer {layer}: its weighted input if positive, otherwise 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation of unit {unit} in layer {layer}: its weighted input, squeezed between 0 and 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation of unit {unit} in layer {layer}: its weighted input, squeezed between −1 and 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the step I came from (Alt+Left)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click: copy it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click: go to line {line}, which computed it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied as LaTeX</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as LaTeX</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error of output unit {unit}: what it says minus what it should say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error of output unit {unit}: what it says minus what it should say, times the slope of g</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error of unit {unit} in layer {layer}: the errors of layer {after}, weighted and sent back, times the slope of g</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors of layer {layer}, sent back from layer {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors of the output: difference times slope of g</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors of the output: output minus target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Example {i} adds its share, error times activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Example {i} is through: {sentence}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Example {i} of {m} begins its walk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Example {i}, bias weight of unit {unit} in layer {after}: the unit’s error times 1 joins the sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Example {i}, weight from unit {source} to unit {unit}: error after it times activation before it joins the sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given: chosen in the tool bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given: from the data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient for the bias weight of unit {unit} in layer {after}: the mean over all examples, without λ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient for the weight from unit {source} to unit {unit}: the mean over all examples, plus the pull of λ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient: mean over the examples, plus λ’s pull</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer 1 takes the input of example {i}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer {layer}: weighted inputs, then activations</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Precision: %n digits</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The bias unit of layer {layer} is always 1; nothing feeds it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bias weight of unit {unit} in layer {after} takes a step against its gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The equation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The input is given, so layer 1 has no error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pass is complete: {sentence}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sums for the weights of layer {layer} start at zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weight from unit {source} to unit {unit} takes a step against its gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights take a step against their gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This step has computed it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weighted input of unit {unit} in layer {layer}: every activation of layer {before}, times its weight, added up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Θ of this pass: drawn at random or set by training before it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormulaView</name>
    <message>
        <source>Click: copy it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click: go to the step that computed it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HandPanel</name>
    <message>
        <source>Change x and Θ by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a weight or a unit to change its Θ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x of example {i}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>By hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matrices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Panels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduced motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The algorithm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cost J(Θ)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The equation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bpviz: backpropagation, number by number</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MatricesPanel</name>
    <message>
        <source>Accumulators Δ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click: go to line {line}, which computes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy all of this page for NumPy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy all of this page for Octave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy for NumPy or Octave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy {name} for NumPy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy {name} for Octave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit (0)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow the step on screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given in this pass. Click: select the weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient D = ∂J/∂Θ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers of all layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller (−)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The matrices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units: z, a and δ of the example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights Θ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: not yet computed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NetworkView</name>
    <message>
        <source>(given)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bias unit of layer {l}: always 1, fed by nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double-click: where from?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input {j}: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output {i}: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Showing {shown} of {total} weights: the strongest into each unit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Showing {shown} of {total} weights: the strongest into each unit. Select a unit to see all of its weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit {i} of layer {l}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight from the bias unit of layer {l} to unit {i}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight from unit {j} of layer {l} to unit {i}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where does {number} come from?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bias: no λ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>of %n examples</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>predicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x is given: there is nothing to correct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} of {total} weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>⋮ %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Put away</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Optimizer</name>
    <message>
        <source>Batch gradient descent</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaintGrid</name>
    <message>
        <source>Arrows move, Space adds ink, Delete takes it away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paint; the right mouse button erases.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture of the example</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>The window needs at least {width}x{height} pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no font to write with; on Debian or Ubuntu install one with: apt-get install -y fonts-dejavu-core</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Example {i} of {m}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is happening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line {line}: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the bias unit of layer {layer} is 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the example is taken up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the example’s share is added to {Delta}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the inputs x become a of layer 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no δ of layer 1: x is given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>z and a of layer {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{Delta} is set to zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{D} = ∂J/∂{Theta}, the mean over the examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{Theta} takes a step downhill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{symbol} of the weight from the bias unit to unit {unit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{symbol} of the weight from unit {source} to unit {unit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{symbol} of unit {unit} in layer {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>δ of layer {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>δ of layer {layer}, the output</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Timeline of the pass</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>Activation function g of the hidden units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate α</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause gradient descent (T)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regularisation λ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run gradient descent (T)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units of each layer, from the input to the output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View and more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the network learns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{typed}” cannot be the layers: these data have {first} inputs and {last} outputs, so write for example {example}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trace</name>
    <message>
        <source>is given, not computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Training</name>
    <message>
        <source>Training diverged: by iteration {iteration} J(Θ) had grown more than a thousandfold, to {J}, because steps with α = {alpha} leap over the minimum. Θ of iteration {kept}, where J was smallest, is kept. Try a smaller α, such as {smaller}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training diverged: by iteration {iteration} J(Θ) was no longer a finite number, because steps with α = {alpha} leap over the minimum. Θ of iteration {kept}, where J was smallest, is kept. Try a smaller α, such as {smaller}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training finished: iteration {iteration} is reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training stopped because of an unexpected error ({error}). Θ of iteration {kept} is kept; training can be started again from there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TransportBar</name>
    <message>
        <source> of {m}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far a step goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat the example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed of playing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The example on screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole pass</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message>
        <source>A unit adds up what arrives, each activation times its weight, and bends the sum with g: without that bend any number of layers would be worth only one. The bias unit a₀ = 1 lets a unit shift its sum, with a weight learned like any other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D points where J climbs most steeply, so we step the other way, and α says how far. An advanced optimiser asks for the same J and D and finds direction and length by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dividing by m makes the sum a mean. λ draws weights towards zero so that the function stays smooth; a bias only shifts it and is left free. The factor is λ/m, the derivative of the term λ/(2m) ∑ Θ² in J; where a slide has λ alone, its λ stands for our λ/m.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each example walks forward and back on its own, through the same Θ. No weight moves until all m examples have been heard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer 1 computes nothing: its activations are the input itself. Everything after it is made from these numbers and Θ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chain rule: z⁽ˡ⁾ reaches the cost only through g and the next layer, so the errors come back through the same weights, times the slope g′. Nothing feeds a bias unit, so its row is dropped; and the input is given, not computed, so there is no δ⁽¹⁾.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The derivative of ½ (a − y)² by a is a − y; the chain rule goes on from a to z and adds the factor g′(z). So a saturated unit, whose slope is almost zero, learns slowly however wrong it is. The cross-entropy would cancel the slope.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Δ will collect what every example has to say about each weight, so before the first example it is empty. It has the shape of Θ: one sum for one weight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>δᵢ⁽ˡ⁺¹⁾ aⱼ⁽ˡ⁾ is how steeply the cost of this one example climbs with the weight Θᵢⱼ. J counts all examples, so their wishes are added up and no single one decides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>δ⁽ᴸ⁾ is how this example’s cost changes with z⁽ᴸ⁾. A linear unit has a = z, and the derivative of ½ (a − y)² is a − y: the one half was put there for that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>δ⁽ᴸ⁾ is how this example’s cost changes with z⁽ᴸ⁾. The cross-entropy takes the logarithm of what softmax has made with the exponential; they undo each other, and what is left is simply output minus target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>δ⁽ᴸ⁾ is how this example’s cost changes with z⁽ᴸ⁾. The derivative of the cross-entropy brings 1 / (a (1 − a)), the sigmoid’s slope is a (1 − a): they cancel, and what is left is simply output minus target.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>

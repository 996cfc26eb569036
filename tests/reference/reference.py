"""Writes what PyTorch says of the engine's networks: passes.json, runs.json and gates.json, beside this file.

Run it with `npm run reference`. Everything is float64. Where PyTorch's own function loses digits to cancellation
(the derivative of torch.sigmoid once a rounds to 1, that of torch.tanh, a small BCEWithLogitsLoss) the same function is
written so that it does not, and autograd differentiates that; `check_against_builtins` holds it against the built-in one
where that is good. Runs descend by the built-in functions and optimizers alone.
"""

import json
import math
import pathlib
import platform

import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
torch.manual_seed(1986)
HERE = pathlib.Path(__file__).parent


def sigmoid(z):
    return torch.exp(F.logsigmoid(z))


def tanh(z):
    def rising(x):  # tanh for x >= 0
        return (1 - torch.exp(-2 * x)) / (1 + torch.exp(-2 * x))

    return torch.where(z >= 0, rising(z.clamp(min=0)), -rising(-z.clamp(max=0)))


ACTIVATIONS = {
    "relu": torch.relu,
    "leakyRelu": lambda z: F.leaky_relu(z, 0.01),
    "sigmoid": sigmoid,
    "tanh": tanh,
    "identity": lambda z: z * 1,
}


def bce(z, y):
    return -(y * F.logsigmoid(z) + (1 - y) * F.logsigmoid(-z))


def check_against_builtins():
    z = torch.linspace(-4, 4, 801, requires_grad=True)
    y = torch.rand(801)
    for ours, builtin in [
        (sigmoid(z), torch.sigmoid(z)),
        (tanh(z), torch.tanh(z)),
        (bce(z, y), F.binary_cross_entropy_with_logits(z, y, reduction="none")),
    ]:
        (left,), (right,) = torch.autograd.grad(ours.sum(), z), torch.autograd.grad(builtin.sum(), z)
        assert torch.allclose(ours, builtin, rtol=1e-13, atol=1e-15)
        assert torch.allclose(left, right, rtol=1e-12, atol=1e-15)


def split(theta, sizes):
    """W1, b1, W2, b2, ... as views of theta, in the order of torch.nn.Module.parameters()."""
    parts, start = [], 0
    for fan_in, units in zip(sizes, sizes[1:]):
        weights = theta[start : start + fan_in * units].view(units, fan_in)
        start += fan_in * units
        parts.append((weights, theta[start : start + units]))
        start += units
    return parts


def count(sizes):
    return sum((fan_in + 1) * units for fan_in, units in zip(sizes, sizes[1:]))


def single_pass(sizes, hidden, output, loss, theta, x, y):
    theta = theta.clone().requires_grad_()
    x = x.clone().requires_grad_()
    parts, zs, activations, a = split(theta, sizes), [], [], x
    for i, (weights, bias) in enumerate(parts):
        z = weights @ a + bias
        a = ACTIVATIONS[output if i == len(parts) - 1 else hidden](z)
        z.retain_grad()
        a.retain_grad()
        zs.append(z)
        activations.append(a)
    if loss == "bce":
        value = bce(z, y).sum()
        d_prediction = (1 - y) / sigmoid(-z) - y / sigmoid(z)
    else:
        value = ((a - y) ** 2).sum() / 2
        d_prediction = a - y
    value.backward()
    return {
        "sizes": sizes,
        "hidden": hidden,
        "output": output,
        "loss": loss,
        "theta": theta.tolist(),
        "input": x.tolist(),
        "target": y.tolist(),
        "expected": {
            "z": [z.tolist() for z in zs],
            "a": [a.tolist() for a in activations],
            "loss": value.item(),
            "dPrediction": d_prediction.tolist(),
            "dz": [z.grad.tolist() for z in zs],
            "da": [a.grad.tolist() for a in activations[:-1]],
            "gradient": theta.grad.tolist(),
            "dx": x.grad.tolist(),
        },
    }


ESSAY = torch.tensor([0.5, -0.3, 0.2, 0.8, -0.6, 0.4, 0.1, -0.1, 0.2, 0.7, -0.4, 0.6, -0.2])


def passes():
    yield single_pass([2, 3, 1], "relu", "sigmoid", "bce", ESSAY, torch.tensor([0.8, 0.2]), torch.tensor([1.0]))
    yield single_pass([2, 3, 1], "relu", "sigmoid", "bce", ESSAY, torch.tensor([0.2, 0.8]), torch.tensor([0.0]))
    shapes = [[1, 1], [2, 1], [2, 2, 1], [2, 3, 1], [3, 4, 2], [2, 3, 3, 1], [4, 2, 5, 3], [2, 3, 3, 3, 3, 1]]
    for sizes in shapes:
        for hidden in ACTIVATIONS:
            for output, loss in [("sigmoid", "bce"), ("sigmoid", "mse"), ("identity", "mse"), ("tanh", "mse")]:
                theta = torch.randn(count(sizes))
                y = torch.rand(sizes[-1]) if output != "sigmoid" or torch.rand(()) < 0.3 else torch.randint(2, (sizes[-1],)).double()
                yield single_pass(sizes, hidden, output, loss, theta, torch.randn(sizes[0]), y)
    # Saturated on purpose: the output's logit, then the hidden units, at both ends, from far to past hope.
    for logit in [-700.0, -300.0, -40.0, -20.0, 20.0, 40.0, 300.0, 700.0]:
        for hidden in ["relu", "tanh"]:
            for target in [0.0, 1.0]:
                theta = torch.randn(13)
                z = single_pass([2, 3, 1], hidden, "sigmoid", "bce", theta, torch.ones(2), torch.ones(1))["expected"]["z"]
                theta[12] += logit - z[1][0]
                yield single_pass([2, 3, 1], hidden, "sigmoid", "bce", theta, torch.ones(2), torch.tensor([target]))
    for size in [-300.0, -30.0, -10.0, 10.0, 30.0, 300.0]:
        for hidden in ["sigmoid", "tanh"]:
            for loss in ["bce", "mse"]:
                theta = torch.randn(13)
                theta[6:9] = size + torch.rand(3)
                yield single_pass([2, 3, 1], hidden, "sigmoid", loss, theta, torch.rand(2), torch.tensor([0.25]))


DATA = {
    "oneDay": [([0.8, 0.2], [1.0])],
    "twoDays": [([0.8, 0.2], [1.0]), ([0.2, 0.8], [0.0])],
    "and": [([0.0, 0.0], [0.0]), ([0.0, 1.0], [0.0]), ([1.0, 0.0], [0.0]), ([1.0, 1.0], [1.0])],
    "xor": [([0.0, 0.0], [0.0]), ([0.0, 1.0], [1.0]), ([1.0, 0.0], [1.0]), ([1.0, 1.0], [0.0])],
    "softXor": [([0.0, 0.0], [0.1]), ([0.0, 1.0], [0.9]), ([1.0, 0.0], [0.9]), ([1.0, 1.0], [0.1])],
}
STEPS, KEPT = 200, [1, 2, 10, 100, 200]
BUILTIN = {"relu": torch.relu, "leakyRelu": F.leaky_relu, "sigmoid": torch.sigmoid, "tanh": torch.tanh, "identity": lambda z: z}
OPTIMIZERS = {
    "sgd": lambda theta, rate: torch.optim.SGD([theta], lr=rate),
    "momentum": lambda theta, rate: torch.optim.SGD([theta], lr=rate, momentum=0.9),
    "adam": lambda theta, rate: torch.optim.Adam([theta], lr=rate),
}


def training(name, sizes, theta0, data, rate, hidden="relu", loss="bce", optimizer="sgd", batch=None):
    """200 steps with PyTorch's own functions and optimizers, as a reader would write them."""
    theta = theta0.clone().requires_grad_()
    xs, ys = (torch.tensor(column) for column in zip(*DATA[data]))
    batch = batch or len(xs)
    loss_to_descend = torch.nn.BCEWithLogitsLoss(reduction="sum")
    loss_to_record = lambda z, y: bce(z, y).sum()
    descent = OPTIMIZERS[optimizer](theta, rate)

    def mean_loss(chosen, judge):
        a = xs[chosen]
        for i, (weights, bias) in enumerate(split(theta, sizes)):
            z = a @ weights.T + bias
            a = z if i == len(sizes) - 2 else BUILTIN[hidden](z)
        if loss == "bce":
            return judge(z, ys[chosen]) / len(chosen)
        return ((torch.sigmoid(z) - ys[chosen]) ** 2).sum() / 2 / len(chosen)

    everything = list(range(len(xs)))
    batches, losses, thetas = [], [mean_loss(everything, loss_to_record).item()], {}
    for step in range(1, STEPS + 1):
        batches = batches or [everything[i : i + batch] for i in range(0, len(xs), batch)]
        descent.zero_grad()
        mean_loss(batches.pop(0), loss_to_descend).backward()
        descent.step()
        losses.append(mean_loss(everything, loss_to_record).item())
        if step in KEPT:
            thetas[step] = theta.tolist()
    return {
        "name": name,
        "sizes": sizes,
        "hidden": hidden,
        "loss": loss,
        "data": data,
        "learningRate": rate,
        "optimizer": optimizer,
        "batch": batch,
        "theta": theta0.tolist(),
        "losses": losses,
        "thetas": thetas,
    }


def runs():
    for rate in [0.05, 0.5, 2.0, 10.0]:
        yield training("the essay's day", [2, 3, 1], ESSAY, "oneDay", rate)
    for rate in [0.05, 0.5, 2.0, 5.0, 20.0]:
        yield training("the essay's two days", [2, 3, 1], ESSAY, "twoDays", rate)
    for optimizer, rate in [("momentum", 0.1), ("adam", 0.05)]:
        for data in ["oneDay", "twoDays"]:
            yield training(f"the essay's network, {optimizer}", [2, 3, 1], ESSAY, data, rate, optimizer=optimizer)
    yield training("the essay's two days, one at a time", [2, 3, 1], ESSAY, "twoDays", 0.5, batch=1)
    for data in ["and", "xor", "softXor"]:
        for hidden in ["relu", "leakyRelu", "sigmoid", "tanh"]:
            for loss in ["bce", "mse"]:
                for optimizer, rate in [("sgd", 0.5), ("momentum", 0.1), ("adam", 0.05)]:
                    sizes = [2, 3, 1] if torch.rand(()) < 0.5 else [2, 2, 1]
                    theta = torch.empty(count(sizes)).uniform_(-1, 1)
                    yield training(f"{data}, {hidden}, {loss}, {optimizer}", sizes, theta, data, rate, hidden, loss, optimizer)
    for batch in [1, 2]:
        for optimizer, rate in [("sgd", 0.1), ("momentum", 0.05), ("adam", 0.01)]:
            theta = torch.empty(13).uniform_(-1, 1)
            yield training(f"xor, {batch} at a time, {optimizer}", [2, 3, 1], theta, "xor", rate, "tanh", "bce", optimizer, batch)
    theta = torch.empty(count([2, 3, 3, 1])).uniform_(-1, 1)
    yield training("xor, two hidden layers", [2, 3, 3, 1], theta, "xor", 0.5, "tanh")


def drawn(seed):
    """The engine's seeded numbers, uniform in [0, 1): Tommy Ettinger's mulberry32, written down once more."""
    state = seed % 2**32
    while True:
        state = (state + 0x6D2B79F5) % 2**32
        bits = ((state ^ (state >> 15)) * (state | 1)) % 2**32
        bits ^= (bits + ((bits ^ (bits >> 7)) * (bits | 61)) % 2**32) % 2**32
        yield ((bits ^ (bits >> 14)) % 2**32) / 2**32


def first_weights(sizes, seed, spread, bias):
    numbers, theta = drawn(seed), []
    for fan_in, units in zip(sizes, sizes[1:]):
        theta += [(2 * next(numbers) - 1) * spread for _ in range(fan_in * units)] + [bias] * units
    return torch.tensor(theta)


EVERY = 50


def glass_box(data, hidden, activation, loss, rate, spread, bias, seed, epochs=300, then=()):
    """A run of the glass box from its settings alone. `then`: epoch, activation, loss and rate that hold from there on."""
    sizes = [2, *hidden, 1]
    theta = first_weights(sizes, seed, spread, bias).requires_grad_()
    xs, ys = (torch.tensor(column) for column in zip(*DATA[data]))
    losses = []

    def mean_loss(judge, own, unit):
        a = xs
        for i, (weights, b) in enumerate(split(theta, sizes)):
            z = a @ weights.T + b
            a = z if i == len(sizes) - 2 else BUILTIN[unit](z)
        return judge(z, ys).sum() / len(xs) if own == "bce" else ((torch.sigmoid(z) - ys) ** 2).sum() / 2 / len(xs)

    builtin = torch.nn.BCEWithLogitsLoss(reduction="none")
    terms = [(0, activation, loss, rate), *then]
    for epoch in range(epochs + 1):
        _, unit, own, eta = [term for term in terms if term[0] <= epoch][-1]
        if epoch % EVERY == 0:
            losses.append(mean_loss(bce, own, unit).item())
        if epoch == epochs:
            break
        theta.grad = None
        mean_loss(builtin, own, unit).backward()
        with torch.no_grad():
            theta -= eta * theta.grad
    return {
        "data": data,
        "hidden": hidden,
        "activation": activation,
        "loss": loss,
        "eta": rate,
        "range": spread,
        "bias": bias,
        "seed": seed,
        "then": [list(term) for term in then],
        "every": EVERY,
        "losses": losses,
        "theta": theta.tolist(),
    }


def glass_boxes():
    for data in ["and", "xor"]:
        for activation in ["sigmoid", "tanh", "relu", "leakyRelu"]:
            for loss in ["mse", "bce"]:
                for hidden, seed in [([2], 1), ([3], 7), ([4, 4], 20)]:
                    rate, spread, bias = (2.0, 4.0, 0.0) if seed == 1 else (0.5, 1.0, 0.1)
                    yield glass_box(data, hidden, activation, loss, rate, spread, bias, seed)
    # Changes on the way, the weights kept; and the saturated start under either loss.
    yield glass_box("xor", [2], "sigmoid", "mse", 2.0, 4.0, 0.0, 1, 600, [(300, "sigmoid", "bce", 2.0)])
    yield glass_box("xor", [3], "tanh", "bce", 0.5, 1.0, 0.0, 3, 300, [(100, "tanh", "mse", 1.5), (220, "sigmoid", "mse", 1.5)])
    for loss in ["mse", "bce"]:
        yield glass_box("and", [2], "sigmoid", loss, 2.0, 6.0, 0.0, 61)


def write(name, cases):
    made_by = {"torch": torch.__version__, "python": platform.python_version()}
    lines = ",\n".join(json.dumps(case, separators=(",", ":"), allow_nan=False) for case in cases)
    text = f'{{"madeBy":{json.dumps(made_by)},"cases":[\n{lines}\n]}}\n'
    (HERE / name).write_text(text)
    print(f"{name}: {len(cases)} cases, {math.ceil(len(text) / 1000)} kB, PyTorch {torch.__version__}")


if __name__ == "__main__":
    check_against_builtins()
    write("passes.json", list(passes()))
    write("runs.json", list(runs()))
    write("gates.json", list(glass_boxes()))

// npm run reference: writes tests/reference/*.json anew, with whichever Python here has PyTorch.
import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';

const script = new URL('../tests/reference/reference.py', import.meta.url).pathname;
const onPath = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'python3'));
const candidates = [process.env['PYTHON'], ...onPath].filter((python) => python !== undefined);
const python = candidates.find((found) => spawnSync(found, ['-c', 'import torch']).status === 0);

if (python === undefined) {
  console.error(
    'No Python with PyTorch was found. Install one (Debian: apt install python3-torch; elsewhere: pip install torch), ' +
      'or name it: PYTHON=… npm run reference. The site and its tests need neither: the reference is committed.',
  );
  process.exitCode = 1;
} else {
  process.exitCode = spawnSync(python, [script], { stdio: 'inherit' }).status ?? 1;
}

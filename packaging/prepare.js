import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import process from 'node:process';

/** What npm runs after an installation. One without development dependencies has no compiler, and is to work all the same. */
function hasCompiler() {
  try {
    createRequire(import.meta.url).resolve('typescript');
    return true;
  } catch {
    return false;
  }
}

if (hasCompiler()) {
  const { status } = spawnSync('npm', ['run', 'build'], { stdio: 'inherit', shell: true });
  process.exitCode = status ?? 1;
} else {
  process.stdout.write('Nothing was built: the compiler is a development dependency, and those were left out. Run `npm ci` to build, or put a built dist/ here.\n');
}

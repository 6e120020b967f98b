// Before anything that needs a browser: sees to it that there is one.
import { spawnSync } from 'node:child_process';
import { findChromium } from './find-chromium.ts';

const packages = ['chromium', 'fonts-liberation'];

/** Only where nobody has to be asked: as root on a Debian-like system, which is what build machines are. */
function install(): void {
  console.error('No Chromium found: installing it with apt …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', ...packages],
  ]) {
    spawnSync('apt-get', args, { stdio: ['ignore', 2, 2], env });
  }
}

if (!findChromium()) {
  const hasApt = spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;
  if (hasApt && process.geteuid?.() === 0) install();
  if (!findChromium()) {
    console.error(
      'These tests need Chromium or Chrome, and none was found.\n' +
        `Install it (Debian, Ubuntu: sudo apt-get install ${packages.join(' ')}), or set CHROMIUM to its path.`,
    );
    process.exit(1);
  }
}

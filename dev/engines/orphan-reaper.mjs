// Ends the engines when the process that started them dies without a chance to do so itself (kill -9, a crash).
// Its standard input is a pipe from that process: lines `+<pid> <signal>` and `-<pid>`. The pipe's end is the death.
import { createInterface } from 'node:readline';

const graceMs = 5_000;
/** @type {Map<number, NodeJS.Signals>} pid → the signal that ends it cleanly; last started, first ended. */
const watched = new Map();

const alive = (pid) => signalGroup(pid, 0);
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
    return true;
  } catch {
    return false;
  }
}

async function end(pid, signal) {
  signalGroup(pid, signal);
  for (let waited = 0; waited < graceMs && alive(pid); waited += 50) await pause(50);
  signalGroup(pid, 'SIGKILL');
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);
for await (const line of createInterface({ input: process.stdin })) {
  const [, sign, pid, signal] = /^([+-])(\d+) ?(\w*)$/.exec(line) ?? [];
  if (sign === '+') watched.set(Number(pid), signal);
  if (sign === '-') watched.delete(Number(pid));
}
for (const [pid, signal] of [...watched].reverse()) await end(pid, signal);

// Healthy means ready: the store and Temporal answer.
const port = process.env.PORT ?? '8080';
const ready = await fetch(`http://127.0.0.1:${port}/ready`, { signal: AbortSignal.timeout(4000) }).catch(() => null);
process.exit(ready?.ok ? 0 : 1);

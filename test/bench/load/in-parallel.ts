/** Runs the task for 0 … count − 1, so many at a time, each as soon as there is room. The first failure ends it. */
export async function inParallel<T>(
  count: number,
  parallel: number,
  task: (index: number) => Promise<T>,
): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  const runOneByOne = async (): Promise<void> => {
    for (let index = next++; index < count; index = next++) results[index] = await task(index);
  };
  try {
    await Promise.all(Array.from({ length: Math.min(parallel, count) }, runOneByOne));
  } catch (error) {
    next = count;
    throw error;
  }
  return results;
}

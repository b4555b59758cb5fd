/**
 * Does some work on each item, several at a time, and gives the results in the order of the items. No more
 * than `ahead` are begun before the first of them is taken; while the source is slow, what is done is given.
 *
 * @param signal - Ends the wait for a source that gives nothing.
 */
export async function* inOrder<T, R>(
  source: AsyncIterator<T>,
  ahead: number,
  work: (item: T) => Promise<R>,
  signal?: AbortSignal,
): AsyncGenerator<R, void, undefined> {
  const begun: { result: Promise<R>; isDone: boolean }[] = [];
  let pulling: Promise<void> | undefined;
  let isOver = false;
  try {
    while (!isOver || begun.length > 0) {
      if (!isOver && !pulling && begun.length < ahead) pulling = pull();
      const first = begun[0];
      if (first?.isDone) {
        begun.shift();
        yield await first.result;
      } else {
        await Promise.race([first?.result, pulling].filter((one) => one !== undefined));
      }
    }
  } finally {
    // A source that is being waited for ends when it gives its next item, whenever that is.
    const end = source.return?.();
    if (!pulling) await end;
  }

  function pull(): Promise<void> {
    const pulled = unlessAborted(source.next(), signal).then((step) => {
      pulling = undefined;
      if (step.done) isOver = true;
      else begin(step.value);
    });
    // It is awaited in its turn; till then a failure is nobody's.
    pulled.catch(() => {});
    return pulled;
  }

  function begin(item: T): void {
    const one = { result: work(item), isDone: false };
    const done = () => void (one.isDone = true);
    one.result.then(done, done);
    begun.push(one);
  }
}

function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    signal.addEventListener("abort", abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}

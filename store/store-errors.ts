/** The store cannot answer now: unreachable, too slow, read-only or full. Nothing may be concluded about a write. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';

  constructor(reason: string, options?: ErrorOptions) {
    super(`The store is unavailable: ${reason}`, options);
  }
}

/**
 * A text that not every store can keep as it is: it holds a NUL character or half of a surrogate pair. Nothing was
 * written, and trying again does not help. `storableText` makes a text storable.
 */
export class UnstorableText extends Error {
  override readonly name = 'UnstorableText';
  /** Where it stands in the arguments, for instance `0.title`. */
  readonly path: string;

  constructor(path: string) {
    super(`The text at ${path} holds a NUL character or half of a surrogate pair`);
    this.path = path;
  }
}

/** Somebody else has written since the version that the writer expected; nothing was changed. */
export class StaleVersion extends Error {
  override readonly name = 'StaleVersion';
  readonly recordedVersion: number;

  constructor(recordedVersion: number) {
    super(`Version ${recordedVersion} is recorded already`);
    this.recordedVersion = recordedVersion;
  }
}

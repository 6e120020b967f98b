import { Transform, type TransformCallback } from 'node:stream';
import { Problem } from '../http/problem.ts';
import { isPlainText, mediaTypeOf, sampleSize } from './attachment-type.ts';

/**
 * Lets a file through once its beginning has told what it is, and holds back no more of it than that. What is not accepted
 * fails the stream: empty files, kinds that are not on the list, and text that turns out to be none further on.
 */
export class ContentCheck extends Transform {
  mediaType: string | null = null;
  #held: Buffer[] = [];
  #size = 0;

  override _transform(chunk: Buffer, _encoding: string, done: TransformCallback): void {
    if (this.mediaType !== null) return this.#pass(chunk, done);
    this.#held.push(chunk);
    this.#size += chunk.length;
    if (this.#size < sampleSize) return done();
    this.#decide(done);
  }

  override _flush(done: TransformCallback): void {
    if (this.mediaType !== null) return done();
    if (this.#size === 0) return done(new Problem('attachment_empty'));
    this.#decide(done);
  }

  #decide(done: TransformCallback): void {
    const held = Buffer.concat(this.#held);
    this.#held = [];
    mediaTypeOf(held.subarray(0, sampleSize)).then(
      (mediaType) => {
        this.mediaType = mediaType;
        if (mediaType === null) done(new Problem('attachment_type_not_allowed'));
        else this.#pass(held, done);
      },
      (error: unknown) => done(error as Error),
    );
  }

  #pass(chunk: Buffer, done: TransformCallback): void {
    const refused = this.mediaType === 'text/plain' && !isPlainText(chunk);
    if (refused) done(new Problem('attachment_type_not_allowed'));
    else done(null, chunk);
  }
}

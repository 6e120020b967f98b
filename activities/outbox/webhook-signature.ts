import { createHmac } from 'node:crypto';

/**
 * The header Giliran-Signature. Receivers compute HMAC-SHA256 over `t.body` with their secret, compare in constant time,
 * and refuse a `t` that is more than five minutes off: so a recorded request cannot be played again later.
 *
 * @param at epoch milliseconds of this attempt
 */
export function webhookSignature(secret: string, body: string, at: number): string {
  const t = Math.floor(at / 1000);
  return `t=${t},v1=${createHmac('sha256', secret).update(`${t}.${body}`).digest('hex')}`;
}

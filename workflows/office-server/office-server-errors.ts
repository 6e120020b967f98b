/**
 * Why a message was refused; nothing was changed. The code is also the `type` of the ApplicationFailure that a refused
 * update carries, with the whole refusal as its first detail.
 */
export const sessionRefusalCodes = [
  /** The case has gone from this agent, or has ended, since the read model was looked at. */
  'CaseLeft',
  /** Another session has this id. */
  'SessionIdTaken',
  /** No session of this server has this id (or it ended long ago). */
  'UnknownSession',
  /** The session has ended. */
  'SessionEnded',
  /** The session waits; only a granted one can be prolonged. */
  'NotGranted',
  /** The actor is neither the session's agent nor a supervisor. */
  'NotHolder',
  /** The lease already lasts as long as a lease may. */
  'LeaseTooLong',
  /** The message is not of the form that it should have. */
  'Malformed',
] as const;

export type SessionRefusalCode = (typeof sessionRefusalCodes)[number];

export interface SessionRefusal {
  code: SessionRefusalCode;
  /** How the session ended, when that is why. */
  how: string | null;
}

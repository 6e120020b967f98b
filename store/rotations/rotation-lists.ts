import type { RotationHead, RotationState, RotationView } from '../../workflows/rotation/rotation-types.ts';

/** The view with what is newer than its lists, and the turn of which these are. */
export function withHead(view: RotationView, head: RotationHead['head']): RotationView {
  const { assignments, endedRequestIds, seq: listsSeq, waiting } = view.state;
  const state: RotationState = { ...head, assignments, waiting, endedRequestIds };
  return { ...view, state, listsSeq };
}

/** Where only a head is recorded, since the read model is being made anew: lists from before the first turn. */
export function withoutLists(head: RotationHead['head']): RotationState {
  return { ...head, seq: 0, assignments: [], waiting: [], endedRequestIds: [] };
}

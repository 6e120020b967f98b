/** The order with one of them so many places further on; those at an end stay there. */
export function movedBy(order: readonly string[], id: string, places: number): string[] {
  const from = order.indexOf(id);
  return movedTo(order, id, from + places);
}

/** The order with one of them at another place, counted from 0. */
export function movedTo(order: readonly string[], id: string, place: number): string[] {
  if (!order.includes(id)) return [...order];
  const others = order.filter((other) => other !== id);
  const to = Math.min(Math.max(place, 0), others.length);
  return [...others.slice(0, to), id, ...others.slice(to)];
}

export interface OrderChange {
  came: string[];
  went: string[];
  /** Whether those who stayed follow one another otherwise. */
  moved: boolean;
}

/** What somebody else has made of an order. */
export function orderChange(before: readonly string[], after: readonly string[]): OrderChange {
  const stayed = (order: readonly string[], other: readonly string[]) => order.filter((id) => other.includes(id));
  return {
    came: after.filter((id) => !before.includes(id)),
    went: before.filter((id) => !after.includes(id)),
    moved: stayed(before, after).join('/') !== stayed(after, before).join('/'),
  };
}

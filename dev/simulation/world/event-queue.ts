interface Due {
  at: number;
  /** Of two at the same instant, the one that was put in first comes first. */
  order: number;
  happen: () => void;
}

const isBefore = (one: Due, other: Due): boolean =>
  one.at < other.at || (one.at === other.at && one.order < other.order);

/** What is due when: a binary heap. */
export class EventQueue {
  readonly #heap: Due[] = [];
  #order = 0;

  get nextAt(): number | null {
    return this.#heap[0]?.at ?? null;
  }

  push(at: number, happen: () => void): void {
    const heap = this.#heap;
    const due = { at, order: (this.#order += 1), happen };
    let place = heap.length;
    heap.push(due);
    while (place > 0) {
      const above = (place - 1) >> 1;
      const parent = heap[above];
      if (!parent || !isBefore(due, parent)) break;
      heap[place] = parent;
      place = above;
    }
    heap[place] = due;
  }

  pop(): Due | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (first && last && heap.length > 0) this.#sink(last);
    return first;
  }

  #sink(due: Due): void {
    const heap = this.#heap;
    let place = 0;
    for (;;) {
      const left = 2 * place + 1;
      const [one, other] = [heap[left], heap[left + 1]];
      if (!one) break;
      const [child, at] = other && isBefore(other, one) ? [other, left + 1] : [one, left];
      if (isBefore(due, child)) break;
      heap[place] = child;
      place = at;
    }
    heap[place] = due;
  }
}

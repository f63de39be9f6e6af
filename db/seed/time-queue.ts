/** Things to do by their time, the earliest first; of the same time, the one put first. A binary heap. */
export class TimeQueue<T> {
  readonly #heap: { readonly atMs: number; readonly order: number; readonly item: T }[] = [];
  #order = 0;

  put(atMs: number, item: T): void {
    const heap = this.#heap;
    let place = heap.push({ atMs, order: this.#order++, item }) - 1;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (!this.#isBefore(place, parent)) return;
      this.#swap(place, parent);
      place = parent;
    }
  }

  /** Takes the earliest, when it is not after `untilMs`. */
  take(untilMs: number): { readonly atMs: number; readonly item: T } | undefined {
    const heap = this.#heap;
    const first = heap[0];
    if (first === undefined || first.atMs > untilMs) return undefined;
    this.#swap(0, heap.length - 1);
    heap.pop();
    for (let place = 0; ; ) {
      const left = 2 * place + 1;
      const smaller = left + 1 < heap.length && this.#isBefore(left + 1, left) ? left + 1 : left;
      if (smaller >= heap.length || !this.#isBefore(smaller, place)) return first;
      this.#swap(place, smaller);
      place = smaller;
    }
  }

  #isBefore(a: number, b: number): boolean {
    const [one, two] = [this.#heap[a], this.#heap[b]];
    if (one === undefined || two === undefined) return false;
    return one.atMs === two.atMs ? one.order < two.order : one.atMs < two.atMs;
  }

  #swap(a: number, b: number): void {
    const [one, two] = [this.#heap[a], this.#heap[b]];
    if (one === undefined || two === undefined) return;
    this.#heap[a] = two;
    this.#heap[b] = one;
  }
}

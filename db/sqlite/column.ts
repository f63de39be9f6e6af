/** Numbers of many rows, eight bytes each; a missing one is kept as NaN and given back as null. */
export class NumberColumn {
  #values = new Float64Array(1024);

  set(row: number, value: number | null): void {
    if (row >= this.#values.length) {
      const grown = new Float64Array(Math.max(row + 1, this.#values.length * 2));
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[row] = value ?? Number.NaN;
  }

  /** NaN when missing. */
  raw(row: number): number {
    return this.#values[row] ?? Number.NaN;
  }

  at(row: number): number | null {
    const value = this.raw(row);
    return Number.isNaN(value) ? null : value;
  }
}

/** Texts of many rows, each different text kept once. */
export class TextColumn {
  readonly #codes = new NumberColumn();
  readonly #codeOf = new Map<string, number>();
  readonly #texts: string[] = [];

  set(row: number, text: string | null): void {
    this.#codes.set(row, text === null ? null : this.#code(text));
  }

  at(row: number): string | null {
    const code = this.#codes.at(row);
    return code === null ? null : (this.#texts[code] ?? null);
  }

  /** Whether a row holds this text: compares numbers. */
  is(text: string): (row: number) => boolean {
    const code = this.#codeOf.get(text);
    return code === undefined ? () => false : (row) => this.#codes.raw(row) === code;
  }

  /** Whether a row holds one of these texts. */
  isOneOf(texts: Iterable<string>): (row: number) => boolean {
    const wanted = new Uint8Array(this.#texts.length);
    for (const text of texts) {
      const code = this.#codeOf.get(text);
      if (code !== undefined) wanted[code] = 1;
    }
    return (row) => wanted[this.#codes.raw(row)] === 1;
  }

  #code(text: string): number {
    const known = this.#codeOf.get(text);
    if (known !== undefined) return known;
    const code = this.#texts.push(text) - 1;
    this.#codeOf.set(text, code);
    return code;
  }
}

/** A UUID as three numbers that stand in the order of its text. */
export type IdKey = readonly [number, number, number];

/** Throws on text that is no UUID in small letters. */
export function idKey(id: string): IdKey {
  const key = [id.slice(0, 8) + id.slice(9, 13), id.slice(14, 18) + id.slice(19, 23), id.slice(24)].map((hex) =>
    Number(`0x${hex}`),
  );
  const [first = Number.NaN, second = Number.NaN, third = Number.NaN] = key;
  if (key.some(Number.isNaN)) throw new Error('Not a UUID');
  return [first, second, third];
}

/** UUIDs of many rows, each kept once as text and as numbers: to compare two texts takes ten times as long. */
export class IdColumn {
  readonly #texts: string[] = [];
  readonly #first = new NumberColumn();
  readonly #second = new NumberColumn();
  readonly #third = new NumberColumn();

  get length(): number {
    return this.#texts.length;
  }

  /** Adds one and gives its row. */
  push(id: string): number {
    const row = this.#texts.push(id) - 1;
    const key = idKey(id);
    this.#first.set(row, key[0]);
    this.#second.set(row, key[1]);
    this.#third.set(row, key[2]);
    return row;
  }

  at(row: number): string {
    return this.#texts[row] ?? '';
  }

  key(row: number): IdKey {
    return [this.#first.raw(row), this.#second.raw(row), this.#third.raw(row)];
  }

  /** Negative when the row's id comes before, 0 when it is the same, positive when it comes after. */
  compare(row: number, key: IdKey): number {
    return this.#first.raw(row) - key[0] || this.#second.raw(row) - key[1] || this.#third.raw(row) - key[2];
  }
}

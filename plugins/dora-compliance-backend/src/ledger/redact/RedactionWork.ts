/** How many characters may be read for each one of a text. */
const EACH = 128;

/** What any text may take, however short it is. */
const LEAST = 64 * 1024;

/** After so many characters others get their turn. */
const TURN = 64 * 1024;

/** A text took more work to redact than its length explains. */
export class RedactionTooCostly extends Error {
  constructor() {
    super(
      'The text takes more work to redact than its length allows, so nothing of it is kept',
    );
    this.name = 'RedactionTooCostly';
  }
}

/**
 * Counts the characters that rules and scanners are given to read, and bounds
 * them in proportion to the length of the text. Counted in characters, not in
 * seconds: the same text is refused everywhere or nowhere.
 */
export class RedactionWork {
  readonly limit: number;
  #done = 0;
  #turnAt: number;
  readonly #turn: number;

  constructor(length: number, { each = EACH, turn = TURN } = {}) {
    this.limit = each * length + LEAST;
    this.#turn = turn;
    this.#turnAt = turn;
  }

  /** Characters read so far. */
  get done(): number {
    return this.#done;
  }

  /** Notes characters before they are read. */
  spend(characters: number): void {
    this.#done += characters;
    if (this.#done > this.limit) {
      throw new RedactionTooCostly();
    }
  }

  /** Whether others should get their turn now; true once for each turn. */
  isTurnOver(): boolean {
    if (this.#done < this.#turnAt) {
      return false;
    }
    this.#turnAt = this.#done + this.#turn;
    return true;
  }
}

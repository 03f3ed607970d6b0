/** How many characters may be read for each character of a text. */
const EACH = 128;

/** The minimum that is allowed for any text, however short. */
const LEAST = 64 * 1024;

/** After so many characters it yields to the event loop. */
const TURN = 64 * 1024;

/** Redacting a text took more work than its length allows. */
export class RedactionTooCostly extends Error {
  constructor() {
    super(
      'The text takes more work to redact than its length allows, so nothing of it is kept',
    );
    this.name = 'RedactionTooCostly';
  }
}

/**
 * Counts the characters that rules and scanners read, and limits them in
 * proportion to the length of the text. It counts characters, not seconds, so
 * that the result does not depend on the machine.
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

  /** Adds characters before they are read. */
  spend(characters: number): void {
    this.#done += characters;
    if (this.#done > this.limit) {
      throw new RedactionTooCostly();
    }
  }

  /** Whether to yield to the event loop now; true once each time. */
  isTurnOver(): boolean {
    if (this.#done < this.#turnAt) {
      return false;
    }
    this.#turnAt = this.#done + this.#turn;
    return true;
  }
}

/**
 * The places that a round of the discovery was at, as far as this replica
 * knows. Another replica may have begun a new round meanwhile: then fewer
 * pipelines are found than before.
 */
export class Places {
  readonly #seen = new Set<string>();
  #found = 0;

  /** Notes a place; the begin of a round forgets all others. */
  enter(place: { next: string; found: number } | undefined): void {
    if (!place || place.found < this.#found) {
      this.#seen.clear();
    }
    this.#found = place?.found ?? 0;
    if (place) {
      this.#seen.add(place.next);
    }
  }

  leadsBack(next: string | undefined): boolean {
    return next !== undefined && this.#seen.has(next);
  }
}

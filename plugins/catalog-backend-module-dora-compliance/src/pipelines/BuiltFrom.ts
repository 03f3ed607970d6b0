/** A component of the catalog, as far as its pipelines are concerned. */
export type BuiltComponent = {
  entityRef: string;
  ownerRef?: string;
};

/** Which components are built from which repository. */
export class BuiltFrom {
  readonly #byRepository = new Map<string, BuiltComponent[]>();

  add(repository: string, component: BuiltComponent) {
    const key = normal(repository);
    this.#byRepository.set(key, [
      ...(this.#byRepository.get(key) ?? []),
      component,
    ]);
  }

  /** In the order of their references. */
  get(repository: string | undefined): BuiltComponent[] {
    const found = repository && this.#byRepository.get(normal(repository));
    return [...(found || [])].sort((a, b) =>
      a.entityRef < b.entityRef ? -1 : 1,
    );
  }
}

/** Hosts of repositories do not tell upper from lower case. */
function normal(repository: string): string {
  return repository
    .replace(/(?<!\/)\/+$/, '')
    .replace(/\.git$/, '')
    .toLowerCase();
}

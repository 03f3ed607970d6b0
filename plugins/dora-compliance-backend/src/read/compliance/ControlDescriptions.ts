import {
  type CitedProvision,
  type ControlDescription,
  expandProvisionRef,
  type Provision,
  type ProvisionIndex,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { ControlCatalogue } from '../../assess/ControlCatalogue';
import type { SourceKinds } from '../../sources/silence/sourceState';
import { describeOrigins } from './describeOrigins';

/**
 * Describes controls from what is installed alone: nothing depends on assets, so that
 * the answer is the same for all callers.
 */
export class ControlDescriptions {
  readonly #controls: ControlCatalogue;
  readonly #provisions: readonly ProvisionIndex[];
  readonly #sources: ReadonlyMap<string, SourceKinds>;

  constructor(options: {
    controls: ControlCatalogue;
    /** What provisions say, in the language of the answers; none by default. */
    provisions?: readonly ProvisionIndex[] | undefined;
    sources: ReadonlyMap<string, SourceKinds>;
  }) {
    this.#controls = options.controls;
    this.#provisions = options.provisions ?? [];
    this.#sources = options.sources;
  }

  /** Undefined if there is no such control. */
  describe(controlId: string): ControlDescription | undefined {
    const compiled = this.#controls.get(controlId);
    if (!compiled) {
      return undefined;
    }
    const { control, reads } = compiled;
    return {
      control,
      provisions: control.provisions.map(one => this.#cite(one)),
      reads: describeOrigins(reads, this.#sources, []),
    };
  }

  #cite(provision: Provision): CitedProvision {
    const { act, ref } = provision;
    return {
      ...provision,
      texts: expandProvisionRef(ref).flatMap(single => {
        const index = this.#provisions.find(one => one[act]?.[single]);
        const text = index?.[act]?.[single];
        return text === undefined ? [] : [{ ref: single, text }];
      }),
    };
  }
}

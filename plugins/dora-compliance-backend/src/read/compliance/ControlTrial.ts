import type {
  Assessment,
  Control,
  ControlTrialView,
  Instant,
  TrialRequest,
  TriedAsset,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  type CompiledControl,
  compileControl,
  ControlProblem,
  type Registry,
  type Sentences,
} from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import {
  findLine,
  parseControl,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { ControlCatalogue } from '../../assess/ControlCatalogue';
import { decide } from '../../assess/decide';
import type { AssetToAssess } from '../../assess/KnexAssetsPage';
import type { DecisionStores } from '../../assess/loadEvidence';
import { changeParameters } from './changeParameters';

/** What a trial of a control uses. */
type TrialParts = {
  /** A page of all assets. */
  readPage: (
    page: TrialPage,
  ) => Promise<{ items: AssetToAssess[]; nextCursor?: string }>;
  stores: DecisionStores;
  controls: ControlCatalogue;
  registry?: Registry | undefined;
  /**
   * What is done with a control before it is installed, such as what the
   * configuration changes of it.
   *
   * @throws an Error if it would not be installed
   */
  prepare?: ((control: Control) => Control) | undefined;
  sentences: Sentences;
};

function same(control: Control): Control {
  return control;
}

/** The name that problems have in place of that of a file. */
const FILE = 'control.yaml';

/** A page of a trial. */
type TrialPage = { limit: number; cursor?: string | undefined };

/** A control to try. */
type Tried = {
  compiled: CompiledControl;
  /** Whether the configuration takes its values only with an approval. */
  needsApproval?: boolean;
};

/**
 * Assesses assets with a control that is not installed, and with the installed one
 * of the same id. Nothing is recorded.
 */
export class ControlTrial {
  readonly #parts: TrialParts;

  constructor(parts: TrialParts) {
    this.#parts = parts;
  }

  /**
   * What would change for a page of all assets; a text that names the lines or the
   * fields of all that is wrong, if the control can't be used.
   */
  async try(
    request: TrialRequest,
    page: TrialPage,
    asOf: Instant,
  ): Promise<ControlTrialView | string> {
    const { controls, readPage } = this.#parts;
    const { control: text } = request;
    const tried =
      text === undefined ? this.#change(request) : this.#compile(text);
    if (typeof tried === 'string') {
      return tried;
    }
    const { compiled, needsApproval } = tried;
    const { id } = compiled.control;
    const installed = controls.get(id);
    const { items, ...rest } = await readPage(page);
    const after = await this.#assess(compiled, items, asOf);
    const before = installed && (await this.#assess(installed, items, asOf));
    return {
      controlId: id,
      asOf,
      ...(needsApproval && { needsApproval }),
      ...rest,
      items: items.map(item => {
        const { entityRef, title } = item.asset;
        const now = before?.get(entityRef);
        return {
          entityRef,
          title,
          ...(now && { before: this.#tell(compiled, now) }),
          after: this.#tell(compiled, after.get(entityRef)!),
        };
      }),
    };
  }

  /** An installed control with other values in place of those that count now. */
  #change({ controlId, parameters = {} }: TrialRequest): Tried | string {
    const installed = this.#parts.controls.get(controlId ?? '');
    if (!installed) {
      return `controlId: no control ${controlId} is installed`;
    }
    try {
      const changed = changeParameters(installed.control, parameters);
      const { control, needsApproval } = changed;
      const compiled = compileControl(control, this.#parts.registry);
      return { compiled, needsApproval };
    } catch (error) {
      if (error instanceof ControlProblem) {
        return error.message;
      }
      throw error;
    }
  }

  #compile(text: string): Tried | string {
    const { prepare = same, registry } = this.#parts;
    let control: Control;
    try {
      control = prepare(parseControl(text, FILE));
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
    try {
      return { compiled: compileControl(control, registry) };
    } catch (error) {
      if (error instanceof ControlProblem) {
        return `${FILE}:${findLine(text, error.field)}: ${error.message}`;
      }
      throw error;
    }
  }

  #tell(
    { control }: CompiledControl,
    { status, reason }: Assessment,
  ): TriedAsset['after'] {
    const sentences = this.#parts.sentences.about(control);
    return { status, reason: sentences.explained(reason) };
  }

  /** What a control says about some assets, by their references. */
  async #assess(
    compiled: CompiledControl,
    assets: readonly AssetToAssess[],
    asOf: Instant,
  ): Promise<ReadonlyMap<string, Assessment>> {
    const { stores, controls } = this.#parts;
    const controlId = compiled.control.id;
    const decided = await decide({
      due: assets.map(({ asset, criticality }) => ({
        entityRef: asset.entityRef,
        controlId,
        asset,
        ...(criticality && { criticality }),
      })),
      // Others are there, as they decide how far back evidence is read.
      controls: new Map([...controls, [controlId, compiled]]),
      stores,
      asOf,
    });
    return new Map(
      decided.flatMap(({ entityRef, assessment }) =>
        assessment ? [[entityRef, assessment] as const] : [],
      ),
    );
  }
}

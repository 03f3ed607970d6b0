import {
  type ControlDetailView,
  type Instant,
  type Outlook,
  type Reason,
  type Resolution,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type {
  CompiledControl,
  GapClosing,
  Sentences,
} from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type { DecidablePair } from '../../assess/ClaimedPair';
import type { ControlCatalogue } from '../../assess/ControlCatalogue';
import type { DecisionStores } from '../../assess/loadEvidence';
import { findReviewers, foreseeFinding } from './foreseeFinding';

/** Nothing was decided yet, so that there is no finding to foresee the end of. */
const NOT_DECIDED: readonly string[] = [
  'not-yet-assessed',
  'assessment-failed',
];

/** What ends findings, who can do that, and when. */
export class FindingResolution {
  readonly #stores: DecisionStores;
  readonly #controls: ControlCatalogue;
  readonly #sentences: Sentences;

  constructor(
    {
      decision,
      controls,
    }: {
      decision: DecisionStores;
      controls: ControlCatalogue;
    },
    sentences: Sentences,
  ) {
    this.#stores = decision;
    this.#controls = controls;
    this.#sentences = sentences;
  }

  /**
   * @param view - as its reader may see it, so that nobody is named whom the reader
   *   may not know
   * @param reason - of the finding, as it is stored
   */
  async find(
    view: ControlDetailView,
    {
      pair,
      compiled,
      reason,
      closing,
      now,
    }: {
      pair: DecidablePair;
      compiled: CompiledControl;
      reason: Reason;
      closing: GapClosing | undefined;
      now: Instant;
    },
  ): Promise<Resolution | undefined> {
    const { status } = view.result;
    if (status === 'satisfied' || status === 'not-applicable') {
      return undefined;
    }
    const context = { stores: this.#stores, controls: this.#controls, now };
    const shown = toReadable(reason, view.result.reason);
    const [work] = closing?.work ?? [];
    return this.#sentences.resolution({
      control: view.control,
      asset: view.asset,
      status,
      reason: shown,
      outlook: NOT_DECIDED.includes(reason.code)
        ? describeNext(view)
        : await foreseeFinding(pair, compiled, context),
      advice: view.advice,
      isInWork: work !== undefined && work.problem === undefined,
      facts: await findReviewers(pair, shown, context),
    });
  }
}

/** The reason without parameters, if they were hidden from the reader. */
function toReadable(stored: Reason, shown: Reason): Reason {
  const isHidden = Object.keys(stored.params).some(
    name => name !== 'because' && !Object.hasOwn(shown.params, name),
  );
  return isHidden ? { code: stored.code, params: {} } : stored;
}

function describeNext({ result: { validUntil } }: ControlDetailView): Outlook {
  return validUntil
    ? { kind: 'checked-again', at: validUntil }
    : { kind: 'after-action' };
}

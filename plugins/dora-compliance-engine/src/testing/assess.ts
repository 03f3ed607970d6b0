import type {
  Control,
  Evidence,
  EvidenceGap,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { compileControl } from '../control/compileControl';
import { evaluateControl } from '../evaluate/evaluateControl';
import { definition } from './controls';
import { inEnglish } from './inEnglish';
import { asset, at } from './story';

/** A control of tests with one requirement. */
export function assertingOver(
  population: Control['population'],
  assert: string,
  more: Partial<Control> = {},
): Control {
  return {
    ...definition,
    population,
    assess: [{ id: 'it', text: 'It.', assert }],
    ...more,
  };
}

/** A parameter with one value for all levels. */
export function always(value: string | number) {
  return {
    'critical-or-important': value,
    important: value,
    standard: value,
    basis: 'policy' as const,
  };
}

/** Assesses a control on a story. */
export function assess(
  control: Control,
  evidence: readonly Evidence[],
  asOf: Instant = at(100 * 24 * 60),
  more: {
    sourceHeard?: boolean;
    linked?: boolean;
    gaps?: readonly EvidenceGap[];
  } = {},
) {
  const { sourceHeard = true, linked = true, gaps = [] } = more;
  return evaluateControl(compileControl(control), {
    asset: { ...asset, linked },
    evidence,
    asOf,
    sourceHeard,
    gaps,
    people: [],
  });
}

/** The status and the code of its reason, such as `satisfied: all-checks-passed`. */
export function tell(...of: Parameters<typeof assess>): string {
  const { status, reason } = assess(...of);
  return `${status}: ${reason.code}`;
}

/** The sentence of the reason. */
export function explainStatus(...of: Parameters<typeof assess>): string {
  return inEnglish.sentence(assess(...of).reason);
}

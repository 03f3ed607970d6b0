import {
  Criticality,
  Regime,
  Severity,
  Verification,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { listFilterMutants } from './listFilterMutants';
import {
  dropAt,
  type Json,
  listKeys,
  type Mutant,
  type Place,
  putAt,
  readAt,
} from './tree';

/**
 * Controls that each differ from the given one in one way: a field that may be absent
 * is gone, an assertion says the contrary or is always true, a value is a step higher
 * or lower, a requirement is gone, or the severity, the regimes or the assets to which
 * it applies differ. What people read and no verdict depends on stays as it is:
 * texts, provisions, crosswalks, and which overrides of a parameter are stricter.
 */
export function listMutants(control: Json): Mutant[] {
  const requirements = listKeys(control, ['assess']);
  const populations: Place[] = [
    ['population'],
    ...requirements.map(key => ['assess', key, 'population']),
  ];
  const parameters = listKeys(control, ['parameters']);
  return [
    ...['regimes', 'parameters', 'evidence'].flatMap(field =>
      dropAt(control, [field]),
    ),
    ...populations.slice(1).flatMap(place => dropAt(control, place)),
    ...populations.flatMap(place => listPopulationMutants(control, place)),
    ...requirements.flatMap(key => listRequirementMutants(control, key)),
    ...parameters.flatMap(name =>
      Criticality.options.flatMap(level =>
        shiftValue(control, ['parameters', name, level]),
      ),
    ),
    ...Criticality.options.flatMap(level =>
      shiftOption(control, ['severity', level], Severity.options),
    ),
    ...shiftOption(control, ['evidence', 'verification'], Verification.options),
    ...Regime.options.map(regime => toggleRegime(control, regime)),
    ...listFilterMutants(control, ['appliesTo']),
  ];
}

function listPopulationMutants(control: Json, place: Place): Mutant[] {
  return listKeys(control, place)
    .filter(field => field !== 'each')
    .flatMap(field => [
      ...dropAt(control, [...place, field]),
      ...shiftValue(control, [...place, field]),
    ]);
}

function listRequirementMutants(control: Json, key: string | number): Mutant[] {
  const assert = readAt(control, ['assess', key, 'assert']);
  return [
    ...dropAt(control, ['assess', key]),
    ...[`!(${assert})`, 'true'].map(text =>
      putAt(control, ['assess', key, 'assert'], text),
    ),
  ];
}

/** A number or a length of time, one more and one less. */
function shiftValue(control: Json, place: Place): Mutant[] {
  const value = readAt(control, place);
  if (typeof value === 'number') {
    return [value + 1, value - 1].map(one => putAt(control, place, one));
  }
  const [, days] = /^P(\d+)D$/.exec(String(value)) ?? [];
  return days
    ? [Number(days) + 1, Number(days) - 1].map(one =>
        putAt(control, place, `P${one}D`),
      )
    : [];
}

/** One of several ordered options, one higher and one lower. */
function shiftOption(
  control: Json,
  place: Place,
  options: readonly string[],
): Mutant[] {
  const number = options.indexOf(String(readAt(control, place)));
  return [number - 1, number + 1].flatMap(other =>
    number >= 0 && options[other] !== undefined
      ? [putAt(control, place, options[other])]
      : [],
  );
}

function toggleRegime(control: Json, regime: string): Mutant {
  const regimes = (readAt(control, ['regimes']) as string[]) ?? ['full'];
  return putAt(
    control,
    ['regimes'],
    regimes.includes(regime)
      ? regimes.filter(one => one !== regime)
      : [...regimes, regime],
  );
}

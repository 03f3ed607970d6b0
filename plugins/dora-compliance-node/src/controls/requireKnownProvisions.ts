import {
  type Act,
  type Control,
  expandProvisionRef,
  listBinding,
  type ProvisionIndex,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { closest } from 'fastest-levenshtein';

/**
 * Throws an Error with one line for each provision that a control cites and no
 * index has, and for each regime for which it cites none.
 *
 * @public
 */
export function requireKnownProvisions(
  controls: Iterable<Control>,
  indexes: readonly ProvisionIndex[],
): void {
  const known = new Set(indexes.flatMap(listProvisions));
  const problems = [...controls].flatMap(control => [
    ...listCited(control).flatMap(({ field, act, ref }) =>
      expandProvisionRef(ref)
        .filter(single => !known.has(`${act} ${single}`))
        .map(
          single =>
            `${
              control.id
            }: ${field} cites ${act} ${single}, which is in no index of provisions${suggest(
              act,
              single,
              known,
            )}. Correct the reference, or read the act and add the provision to provisions.yaml.`,
        ),
    ),
    ...listUnfounded(control),
  ]);
  if (problems.length > 0) {
    throw new Error(problems.join('\n'));
  }
}

function listProvisions(index: ProvisionIndex): string[] {
  return Object.entries(index).flatMap(([act, refs]) =>
    Object.keys(refs).map(ref => `${act} ${ref}`),
  );
}

type Cited = { field: string; act: Act; ref: string };

function listCited({ provisions, parameters = {} }: Control): Cited[] {
  return [
    ...provisions.map(({ act, ref }, place) => ({
      field: `provisions.${place}.ref`,
      act,
      ref,
    })),
    ...Object.entries(parameters).flatMap(([name, { basis }]) =>
      basis === 'policy'
        ? []
        : [{ field: `parameters.${name}.basis.ref`, ...basis }],
    ),
  ];
}

/** Of the same act, if it has any. */
function suggest(act: Act, ref: string, known: ReadonlySet<string>): string {
  const ofAct = [...known].filter(one => one.startsWith(`${act} `));
  const candidates = ofAct.length > 0 ? ofAct : [...known];
  return candidates.length > 0
    ? `; the nearest known one is ${closest(`${act} ${ref}`, candidates)}`
    : '';
}

/** A control without a legal basis in a regime has no place in it. */
function listUnfounded(control: Control): string[] {
  const { id, regimes = ['full'] } = control;
  return regimes
    .filter(regime => listBinding(control, regime).length === 0)
    .map(
      regime =>
        `${id}: regimes has ${regime}, in which none of its provisions binds. Remove it, or add a provision that binds in this regime.`,
    );
}

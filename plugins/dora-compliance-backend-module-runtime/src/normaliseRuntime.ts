import {
  type KeptDocument,
  limitTexts,
  type Normalised,
  normaliseJson,
  type PartialReading,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { readApplications } from './argocd/readApplications';
import { readKubernetes } from './kubernetes/readKubernetes';
import { unwrapReading } from './envelope';
import { workloadKinds } from './kubernetes/Workload';
import { type Item, listItems } from './listItems';
import { readSender, type Sender } from './readSender';
import type { RuntimeScope } from './RuntimeOptions';
import { explainGaps } from './statements/explainGaps';
import type { ItemsReading } from './statements/Observation';
import { toStatements } from './statements/toStatements';

/** Kinds that say what runs. Others of a list only show owners. */
const KUBERNETES = new Set(['Pod', 'Namespace', ...workloadKinds]);

/**
 * Reads what kubectl, the API of Kubernetes and Argo CD print: one statement for
 * each entity and place.
 */
export function normaliseRuntime(
  document: KeptDocument,
  scope: RuntimeScope,
): Normalised {
  return normaliseJson('runtime', document.body, payload => {
    const { told, document: printed } = unwrapReading(payload);
    return readPrinted(printed, readSender(told, document.receivedAt), scope);
  });
}

function readPrinted(
  printed: unknown,
  sender: Sender,
  scope: RuntimeScope,
): PartialReading {
  const { items, problem } = listItems(printed);
  const readings = readItems(items, sender, scope).map(reading => ({
    ...reading,
    problem: [problem, reading.problem].filter(Boolean).join('; '),
  }));
  const observations = readings.flatMap(reading => reading.observations);
  const flaws = [
    ...readings.flatMap(reading => [reading.problem, ...reading.flaws]),
    ...explainGaps(observations, scope),
    ...(items.length === 0
      ? ['the list is empty: nothing says which entity runs nothing']
      : []),
  ].filter(flaw => flaw !== '');
  if (observations.length === 0 && items.length > 0) {
    throw new TypeError(limitTexts(flaws).join('\n'));
  }
  return {
    statements: readings.flatMap(reading =>
      toStatements(reading.observations, scope, reading.problem || undefined),
    ),
    flaws: limitTexts(flaws),
  };
}

/** Applications and pods do not affect each other. */
function readItems(
  items: readonly Item[],
  sender: Sender,
  scope: RuntimeScope,
): ItemsReading[] {
  const isApplication = ({ kind }: Item) => kind === 'Application';
  const applications = items.filter(isApplication);
  const others = items.filter(item => !isApplication(item));
  const hasKubernetes = others.some(
    ({ kind }) => kind === undefined || KUBERNETES.has(kind),
  );
  return [
    ...(hasKubernetes ? [readKubernetes(others, sender, scope)] : []),
    ...(applications.length > 0
      ? [readApplications(applications, sender, scope)]
      : []),
  ];
}

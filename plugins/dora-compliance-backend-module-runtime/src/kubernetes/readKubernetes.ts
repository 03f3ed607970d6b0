import { describeProblem } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { Item } from '../listItems';
import type { Sender } from '../readSender';
import type { RuntimeScope } from '../RuntimeOptions';
import { findEntity } from '../statements/findEntity';
import type {
  ItemsReading,
  Observation,
  Place,
} from '../statements/Observation';
import { listArtifacts } from './listArtifacts';
import { nameWorkload } from './nameWorkload';
import { type KnownObject, ObjectIndex } from './ObjectIndex';
import { Pod } from './Pod';
import { readObjects } from './readObjects';
import { countPods, workloadKinds } from './Workload';

/**
 * Reads pods, and what owns them. Workloads and namespaces show that an entity
 * runs nothing, if the document has pods at all. One bad object does not affect
 * others, unless it does not even say what it is.
 */
export function readKubernetes(
  items: readonly Item[],
  sender: Sender,
  scope: RuntimeScope,
): ItemsReading {
  const { known, flaws } = readObjects(items);
  const objects = new ObjectIndex(known);
  const hasPods = known.some(({ kind }) => kind === 'Pod');
  const readings = known.map(one =>
    readObject(one, { objects, sender, scope }),
  );
  const problems = [
    ...(flaws.length > 0 ? ['an object of the document can not be read'] : []),
    ...(hasPods ? [] : ['the document has no pods: add pods to the list']),
  ];
  return {
    observations: readings.flatMap(({ observations }) => observations),
    flaws: [...flaws, ...readings.flatMap(reading => reading.flaws)],
    ...(problems.length > 0 && { problem: problems.join('; ') }),
  };
}

type Surroundings = {
  readonly objects: ObjectIndex;
  readonly sender: Sender;
  readonly scope: RuntimeScope;
};

/** What one object says about its namespace: nothing if it is of another kind. */
function readObject(
  known: KnownObject,
  { objects, sender, scope }: Surroundings,
): ItemsReading {
  const { kind, metadata, path } = known;
  const { name } = metadata;
  const namespace = kind === 'Namespace' ? name : metadata.namespace;
  const content = readContent(known, objects);
  if (!content || !namespace) {
    return { observations: [], flaws: [] };
  }
  const { entity, problem } = findEntity(
    objects.listLevels(metadata),
    scope.entityLabels,
  );
  const explain = (text: string | undefined) =>
    text === undefined
      ? []
      : [`${path} (${kind} ${namespace}/${name}): ${text}`];
  const [unread] = explain(content.problem);
  return {
    observations: [
      {
        ...content,
        ...(unread && { problem: unread }),
        entity,
        isRunning: kind === 'Pod',
        place: toPlace(namespace, sender),
        observedAt: sender.observedAt,
      },
    ],
    flaws: [...explain(problem), ...explain(content.problem)],
  };
}

function toPlace(namespace: string, { cluster = '' }: Sender): Place {
  return {
    uri: `urn:kubernetes:${encodeURIComponent(cluster)}:${namespace}`,
    title: `the namespace ${namespace}${
      cluster && ` of the cluster ${cluster}`
    }`,
    clusters: cluster ? [cluster] : [],
    namespace,
  };
}

type Content = Pick<Observation, 'artifacts' | 'problem' | 'expects'>;

function readContent(
  known: KnownObject,
  objects: ObjectIndex,
): Content | undefined {
  const { kind, metadata, value } = known;
  try {
    if (kind === 'Pod') {
      const workload = nameWorkload(metadata, objects);
      return { artifacts: listArtifacts(Pod.parse(value), workload) };
    }
    if (workloadKinds.has(kind)) {
      return readWorkload(known);
    }
    return kind === 'Namespace' ? { artifacts: [] } : undefined;
  } catch (error) {
    return { artifacts: [], problem: describeProblem(error) };
  }
}

function readWorkload({ kind, metadata, value }: KnownObject): Content {
  const pods = countPods(value);
  if (pods === undefined) {
    throw new TypeError(
      'status is missing: send what the cluster reports, not a manifest',
    );
  }
  return {
    artifacts: [],
    ...(pods > 0 && {
      expects: `${kind} ${metadata.name} reports ${pods} pods, but the document has none of them: add pods to the list`,
    }),
  };
}

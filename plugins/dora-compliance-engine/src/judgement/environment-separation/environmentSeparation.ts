import {
  type Duration,
  isEvidenceOf,
  type Reason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { EvidenceIndex } from '../../lineage/EvidenceIndex';
import { listLatestRecords } from '../../population/listLatestRecords';
import type { Judgement, TimedCheck } from '../../registry/Judgement';
import {
  type Baseline,
  isSame,
  listContradicted,
  listWithout,
} from './compareReadings';
import { de } from './de';
import { en } from './en';
import { reason } from './reasons';
import { remedies } from './remedies';

/** What was not read for so long is taken for gone, as by populations. */
const READ = 'P90D' as Duration;

/**
 * `environment.separation` in assertions: whether an environment shares no account,
 * identity or network with one on the other side of the border of production, by the
 * latest baseline of each. It takes the baselines of both sides, and of each
 * environment that a collector reads, on the side on which the collector knows it.
 */
export const environmentSeparation: Judgement = {
  name: 'environment.separation',
  version: 2,
  member: 'environment-baseline',
  needs: {
    evidence: [
      {
        types: ['environment-baseline', 'evidence-confirmed'],
        key: 'asset',
        read: 'history',
      },
      {
        types: ['collector-heartbeat', 'environment-protection-observed'],
        key: 'asset',
        read: 'history',
        within: READ,
      },
    ],
  },
  remedies,
  words: { en, de },
  judge({ evidence: [item] }, { index }) {
    return item && isEvidenceOf('environment-baseline', item)
      ? [judgeBaseline(item, index)]
      : [];
  },
};

function judgeBaseline(item: Baseline, index: EvidenceIndex): TimedCheck {
  const { environment, production } = item.predicate;
  const all = listLatestRecords(
    { from: 'environment-baseline', kind: undefined },
    index,
    index.asOf,
  ) as Baseline[];
  const others = all.filter(
    ({ predicate }) => predicate.production !== production,
  );
  const check = 'environment-separate';
  const shared = others.flatMap(other => {
    const cause = findShared(item, other);
    return cause ? [{ cause, other }] : [];
  })[0];
  if (shared) {
    const { cause, other } = shared;
    return { check, passed: false, cause, evidence: [item.id, other.id] };
  }
  const evidence = [item, ...others].map(({ id }) => id);
  const [contradicted] = listContradicted(all, index);
  if (contradicted !== undefined) {
    const cause = reason('environment-side-contradicted', {
      environment,
      name: contradicted,
    });
    return { check, passed: null, cause, evidence };
  }
  const names = listWithout(all, index);
  if (others.length === 0 || names.length > 0) {
    const cause =
      names.length > 0
        ? reason('environments-without-baseline', {
            environment,
            names: names.join(', '),
          })
        : reason('environment-alone', {
            environment,
            missing: production ? 'outside' : 'inside',
          });
    return { check, passed: null, cause, evidence };
  }
  const cause = reason('environment-separate', {
    environment,
    count: others.length,
  });
  return { check, passed: true, cause, evidence };
}

function findShared(
  { predicate }: Baseline,
  { predicate: other }: Baseline,
): Reason | undefined {
  const both = { environment: predicate.environment, other: other.environment };
  if (isSame(predicate.account, other.account)) {
    const { account } = predicate;
    return reason('environment-shares-account', { ...both, account });
  }
  const identity = findCommon(predicate.identities, other.identities);
  if (identity !== undefined) {
    return reason('environment-shares-identity', { ...both, identity });
  }
  const network = findCommon(predicate.networks, other.networks);
  return network === undefined
    ? undefined
    : reason('environment-shares-network', { ...both, network });
}

function findCommon(a: readonly string[], b: readonly string[]) {
  return a.find(one => b.some(other => isSame(one, other)));
}

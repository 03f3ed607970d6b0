import {
  compareCriticality,
  type Evidence,
  isEvidenceOf,
  isReason,
  type Reason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { EvidenceIndex } from '../../lineage/EvidenceIndex';
import { judgeExemption } from '../exemption/judgeExemption';
import {
  type Judge,
  type Judgement,
  judgeEvidence,
  type TimedCheck,
} from '../../registry/Judgement';
import { reason } from './reasons';
import { de as exemptionDe } from '../exemption/de';
import { en as exemptionEn } from '../exemption/en';
import { remedies as exemptionRemedies } from '../exemption/remedies';
import { joinWords } from '../../registry/joinWords';
import { de } from './de';
import { en } from './en';
import { remedies } from './remedies';

type Observed = Evidence<'asset-record-observed'>;
type Provider = NonNullable<Observed['predicate']['provider']>;

/**
 * Whether the ICT third-party provider an asset comes from can be entered in
 * the register of information (DORA 28(3)): known, identified by LEI or EUID
 * (ITS 2024/2956 Art 3(5)), with its services and its contract, and with its
 * subcontractors where they underpin a critical or important function (ITS
 * Art 3(2)).
 */
export const judgeProvider: Judge = (member, index) => {
  if (!isEvidenceOf('asset-record-observed', member)) {
    return [];
  }
  const { provider } = member.predicate;
  const check = answering(member);
  if (!provider) {
    return [{ check: 'provider-named', ...judgeNone(member, index) }];
  }
  const { entityRef, registered } = provider;
  const params = { provider: entityRef };
  const named = check('provider-named', true, reason('provider-named', params));
  if (!registered) {
    const cause = reason('provider-unregistered', params);
    return [named, check('provider-registered', false, cause)];
  }
  return [
    named,
    check('provider-registered', true, reason('provider-registered', params)),
    ...entered(member, provider),
    subcontractors(member, provider),
  ];
};

/**
 * Whether it may be without a provider. Nothing is known of an asset that does not
 * say so, although something suggests a provider; of a pipeline the provider is
 * missing, because it runs on somebody's CI system.
 */
function judgeNone(
  member: Observed,
  index: EvidenceIndex,
): Omit<TimedCheck, 'check'> {
  const { noProvider, providerFacts: facts = ['pipeline'] } = member.predicate;
  if (noProvider && isReason(noProvider.reason)) {
    const { reason: why, until } = noProvider;
    const answer = judgeExemption(
      { lacks: 'provider', why, until },
      member,
      index,
    );
    if (!('holds' in answer)) {
      return answer;
    }
    const { until: ends, evidence, changesAt } = answer;
    const cause = reason('provider-none', { why, until: ends });
    return { passed: true, cause, evidence, changesAt };
  }
  return facts.includes('pipeline')
    ? {
        passed: false,
        cause: reason('provider-missing'),
        evidence: [member.id],
      }
    : {
        passed: null,
        cause: reason('provider-undeclared', { facts: facts.join(',') }),
        evidence: [member.id],
      };
}

/** The identifier, the services and the contract of its row. */
function entered(member: Observed, provider: Provider): TimedCheck[] {
  const { entityRef, identified, services, contract } = provider;
  const params = { provider: entityRef };
  const check = answering(member);
  return [
    check(
      'provider-identified',
      identified,
      identified
        ? reason('provider-identified', params)
        : reason('provider-unidentified', params),
    ),
    check(
      'provider-services',
      services.length > 0,
      services.length > 0
        ? reason('provider-services', { services: services.join(', ') })
        : reason('provider-services-missing', params),
    ),
    check(
      'provider-contract',
      contract !== undefined,
      contract === undefined
        ? reason('provider-contract-missing', params)
        : reason('provider-contract', { contract }),
    ),
  ];
}

/** An empty list declares that there are none; no list declares nothing. */
function subcontractors(member: Observed, provider: Provider): TimedCheck {
  const name = 'provider-subcontractors';
  const check = answering(member);
  const { declared, computed } = member.predicate;
  const isMoreCritical = compareCriticality(computed, declared) < 0;
  const level = isMoreCritical ? computed : declared;
  const params = { provider: provider.entityRef };
  if (provider.subcontractors !== undefined) {
    const count = provider.subcontractors;
    return check(name, true, reason('subcontractors-declared', { count }));
  }
  if (level === 'critical-or-important') {
    return check(name, false, reason('subcontractors-missing', params));
  }
  // What nobody has classified may be more critical than what uses it.
  return declared && level
    ? check(name, true, reason('subcontractors-not-needed', { level }))
    : check(name, null, reason('subcontractors-unclear', params));
}

function answering({ id }: Observed) {
  return (
    check: string,
    passed: boolean | null,
    cause: Reason,
  ): TimedCheck => ({ check, passed, cause, evidence: [id] });
}

/** `asset.provider` in assertions. */
export const provider: Judgement = {
  name: 'asset.provider',
  member: 'asset-record-observed',
  needs: {
    evidence: [{ types: ['review-completed'], key: 'asset', read: 'latest' }],
  },
  remedies: { ...remedies, ...exemptionRemedies },
  words: {
    en: joinWords(en, exemptionEn),
    de: joinWords(de, exemptionDe),
  },
  judge: judgeEvidence(judgeProvider),
};

import type {
  InventoryParams,
  Provision,
  ResultsParams,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { PIPELINE_TYPE } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { auditQuestionsMessages as messages } from './auditQuestionsMessages';

/** A provision of the index. */
export type Cited = Pick<Provision, 'act' | 'ref'>;

/** Where an answer is: in the inventory, in results of controls, or in the sources. */
export type Answer =
  | { in: 'inventory'; filter: Readonly<Record<string, string>> }
  | { in: 'results'; query: ResultsParams }
  | { in: 'sources' };

type QuestionId = keyof typeof messages.question;

/** A question that supervisors and auditors ask. */
export type AuditQuestion = {
  id: QuestionId;
  /** Provisions of the index that require what is asked about. */
  requires: readonly Cited[];
  /** Provisions that the answer contributes to. */
  supports: readonly Cited[];
  answer: Exclude<Answer, { in: 'sources' }> & {
    text: keyof typeof messages.answer;
  };
  /** Absent if nothing is missing. */
  missing?: keyof typeof messages.missing;
  /** What belongs to the answer, on other pages. */
  more?: readonly { name: keyof typeof messages.more; answer: Answer }[];
};

const citeDora = (ref: string): Cited => ({ act: 'DORA', ref });
const citeRts = (ref: string): Cited => ({ act: 'RTS-2024/1774', ref });

const CRITICAL = 'critical-or-important';
const pipelines = (filter: InventoryParams = {}) => ({
  in: 'inventory' as const,
  filter: { type: PIPELINE_TYPE, ...filter } as Record<string, string>,
});
const results = (query: ResultsParams) => ({ in: 'results' as const, query });
const scans = {
  control: ['chg-07-vulnerability-scanning'],
  member: 'interval',
};
const reviews = { control: ['cic-04-access-recertified'] };

/** The questions, in the order in which they are asked. */
export const auditQuestions: readonly AuditQuestion[] = [
  {
    id: 'critical-pipelines',
    requires: [citeDora('8(4)'), citeRts('4(2)(b)(v)')],
    supports: [citeDora('8(1)')],
    answer: {
      ...pipelines({ criticality: CRITICAL }),
      text: 'critical-pipelines',
    },
    missing: 'critical-pipelines',
    more: [
      {
        name: 'unclassified',
        answer: pipelines({ criticality: 'unclassified' }),
      },
      {
        name: 'notListed',
        answer: { in: 'inventory', filter: { tab: 'pipelines' } },
      },
    ],
  },
  {
    id: 'alone-to-production',
    requires: [citeRts('21(b)')],
    supports: [citeRts('17(1)(b)'), citeDora('9(4)(c)')],
    answer: {
      ...results({
        control: ['chg-03-mandatory-gates', 'cic-05-no-toxic-combinations'],
      }),
      text: 'alone-to-production',
    },
    missing: 'alone-to-production',
  },
  {
    id: 'changes-without-approval',
    requires: [citeRts('17(1)(b)')],
    supports: [citeRts('21(b)'), citeDora('9(4)(e)')],
    answer: {
      ...results({ control: ['chg-02-independent-approval'] }),
      text: 'changes-without-approval',
    },
    missing: 'changes-without-approval',
    more: [
      {
        name: 'withoutPipeline',
        answer: results({ control: ['chg-01-only-through-the-pipeline'] }),
      },
    ],
  },
  {
    id: 'emergency-changes',
    requires: [citeRts('17(1)(g)')],
    supports: [citeRts('17(1)(f)')],
    answer: {
      ...results({ control: ['chg-10-emergency-changes'] }),
      text: 'emergency-changes',
    },
    missing: 'emergency-changes',
  },
  {
    id: 'artifact-origin',
    requires: [citeDora('9(4)(e)'), citeRts('12(2)(c)(iii)')],
    supports: [citeRts('8(2)(b)(iii)')],
    answer: {
      ...results({
        control: ['chg-05-traceability', 'chg-09-checked-provenance'],
      }),
      text: 'artifact-origin',
    },
    missing: 'artifact-origin',
  },
  {
    id: 'admins-on-day',
    requires: [citeRts('20(2)(a)'), citeRts('12(2)(c)(i)')],
    supports: [citeRts('21(e)(ii)')],
    answer: {
      ...results({
        control: [
          'cic-05-no-toxic-combinations',
          'cic-03-strong-authentication',
        ],
      }),
      text: 'admins-on-day',
    },
    missing: 'admins-on-day',
  },
  {
    id: 'access-reviews',
    requires: [citeRts('21(e)(iv)')],
    supports: [citeDora('9(4)(c)')],
    answer: {
      ...results({ of: 'criticality', ref: CRITICAL, ...reviews }),
      text: 'access-reviews',
    },
    missing: 'access-reviews',
    more: [
      {
        name: 'unclassifiedReviews',
        answer: results({ of: 'criticality', ref: 'unclassified', ...reviews }),
      },
    ],
  },
  {
    id: 'not-scanned',
    requires: [citeRts('10(2)(b)')],
    supports: [citeDora('25(1)')],
    answer: {
      ...results({ of: 'criticality', ref: CRITICAL, ...scans }),
      text: 'not-scanned',
    },
    missing: 'not-scanned',
    more: [
      {
        name: 'unclassifiedScans',
        answer: results({ of: 'criticality', ref: 'unclassified', ...scans }),
      },
    ],
  },
  {
    id: 'open-exceptions',
    requires: [citeRts('3(d)'), citeRts('2(2)(c)(ii)')],
    supports: [],
    answer: {
      ...results({ status: ['risk-accepted'] }),
      text: 'open-exceptions',
    },
    missing: 'open-exceptions',
    more: [
      {
        name: 'unboundedExceptions',
        answer: results({ control: ['gov-05-exceptions-bounded'] }),
      },
    ],
  },
  {
    id: 'missing-evidence',
    requires: [citeRts('12(2)(d)'), citeRts('12(2)(e)')],
    supports: [citeDora('6(3)')],
    answer: {
      ...results({ status: ['not-assessed'] }),
      text: 'missing-evidence',
    },
    missing: 'missing-evidence',
    more: [
      {
        name: 'evidenceStore',
        answer: results({
          control: ['evd-02-evidence-protected', 'evd-04-collectors-healthy'],
        }),
      },
      { name: 'sources', answer: { in: 'sources' } },
    ],
  },
  {
    id: 'provider-outage',
    requires: [citeDora('8(5)'), citeDora('11(6)')],
    supports: [citeDora('28(8)')],
    answer: { ...pipelines(), text: 'provider-outage' },
    missing: 'provider-outage',
    more: [
      {
        name: 'drills',
        answer: results({ control: ['prd-04-recovery-tested'] }),
      },
      {
        name: 'exitPlans',
        answer: results({ control: ['gov-07-contract-and-exit'] }),
      },
    ],
  },
  {
    id: 'asset-records',
    requires: [citeRts('4(2)(b)'), citeDora('8(6)')],
    supports: [citeDora('8(4)')],
    answer: { in: 'inventory', filter: {}, text: 'asset-records' },
    more: [{ name: 'onlyPipelines', answer: pipelines() }],
  },
];

/** Whether a part of the answer is missing. */
export function measureExtent({
  missing,
}: Pick<AuditQuestion, 'missing'>): keyof typeof messages.extent {
  return missing ? 'part' : 'whole';
}

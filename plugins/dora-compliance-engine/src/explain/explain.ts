import {
  type Control,
  type ControlStatus,
  type Evidence,
  readReasons,
  type Reason,
  type ReasonCode,
  type Resolution,
  type Row,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { adviceOn } from './adviceOn';
import type { Judgement } from '../registry/Judgement';
import { builtIn } from '../registry/builtIn';
import { remedies } from '../remedy/remedies';
import { type KnownFinding, resolve } from '../remedy/resolve';
import type { Remedy } from '../remedy/Remedy';
import type { Explained } from './Explained';
import { gapAdvice } from './gapAdvice';
import type { GapClosing } from './language/GapClosing';
import type { Language } from './language/Language';
import { nameMarks } from './nameMarks';
import { nameRequirement } from './nameRequirement';

/**
 * Puts sentences together in one language. Only what shows or exports a result
 * uses it: results, projections and evidence have codes and parameters.
 *
 * @public
 */
export type Sentences = {
  readonly language: Language;
  /**
   * The same for the reasons of one control: they name a requirement by its text instead
   * of its id. Unchanged without a control, such as one that is no longer installed.
   */
  about(control: Pick<Control, 'assess'> | undefined): Sentences;
  /**
   * A reason as a sentence. If the reason is that of the worst of several
   * members, the sentence says how many have the same status.
   */
  sentence(reason: Reason): string;
  /** A reason with its sentence. */
  explained(reason: Reason): Explained;
  /** A text that may have reasons written as text. */
  text(text: string): string;
  /** The question of a check. */
  check(check: string): string;
  /** What to do about a control, or nothing. */
  advice(
    control: Pick<Control, 'remediation'>,
    result: { status: ControlStatus; reason: Reason },
    closing?: GapClosing,
  ): string | undefined;
  /** What ends a finding, who can do that, and when; undefined if there is none. */
  resolution(finding: KnownFinding): Resolution | undefined;
  /** What to do about a gap. */
  gapAdvice(closing: GapClosing): string;
  /** What a piece of evidence says, in a few words. */
  evidence(evidence: Evidence): string;
  /** The title of a member of a population. */
  member(member: Row['member']): string;
};

/**
 * The sentences of a language.
 *
 * @param judgements - those of modules, which bring remedies of their own
 * @public
 */
export function explain(
  language: Language,
  judgements: Iterable<Judgement> = [],
): Sentences {
  const known: Readonly<Record<string, Remedy>> = Object.assign(
    { ...remedies },
    ...[...builtIn.judgements.values(), ...judgements].map(
      judgement => judgement.remedies,
    ),
  );
  return createSentences({ language, known, assess: [] });
}

type Parts = {
  language: Language;
  known: Readonly<Record<string, Remedy>>;
  /** The requirements that reasons name by their texts. */
  assess: Control['assess'];
};

function createSentences(parts: Parts): Sentences {
  const { language, known, assess } = parts;
  const text = (written: string) => renderText(language, written);
  const sentence = (reason: Reason) =>
    renderReason(language, nameRequirement(reason, assess));
  const asTold = (closing: GapClosing): GapClosing => ({
    ...closing,
    ...(closing.problem && { problem: text(closing.problem) }),
    work: closing.work.map(({ problem, ...work }) => ({
      ...work,
      ...(problem && { problem: text(problem) }),
    })),
  });
  return {
    language,
    about: control =>
      createSentences({ ...parts, assess: control?.assess ?? assess }),
    sentence,
    explained: reason => ({
      code: reason.code,
      params: renderParams(language, reason),
      sentence: sentence(reason),
    }),
    text,
    check: check =>
      Object.hasOwn(language.checks, check) ? language.checks[check]! : check,
    advice: (control, result, closing) =>
      adviceOn(language, control, result, closing && asTold(closing)),
    resolution: finding => resolve(language, known, finding),
    gapAdvice: closing => gapAdvice(language, asTold(closing)),
    evidence({ type, predicate }) {
      const title: ((of: never) => string) | undefined =
        language.evidence[type];
      return nameMarks(title?.(predicate as never) ?? type);
    },
    member({ title, deployment, period }) {
      if (deployment) {
        return nameMarks(language.deployment(deployment));
      }
      return period ? language.interval(period) : nameMarks(title ?? '');
    },
  };
}

/** The code of a text that is not ours. */
const AS_REPORTED: ReasonCode = 'as-reported';

/** The text of others may lack the period that sentences of ours have. */
function withPeriod(text: string): string {
  return text.replace(/[\p{L}\p{N})"']$/u, '$&.');
}

function renderText(language: Language, written: string): string {
  const sentences = readReasons(written).map(reason =>
    renderReason(language, reason),
  );
  return sentences
    .map((sentence, place) =>
      place < sentences.length - 1 ? withPeriod(sentence) : sentence,
    )
    .join(' ');
}

function renderReason(language: Language, reason: Reason): string {
  const params = renderParams(language, reason);
  return nameMarks(makeSentence(language, { ...reason, params }));
}

/** Parameters in which reasons that were written as text are sentences. */
function renderParams(
  language: Language,
  { code, params }: Reason,
): Reason['params'] {
  // The text of others has been read already.
  if (code === AS_REPORTED) {
    return params;
  }
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' && hasReasons(value)
        ? renderText(language, value)
        : value,
    ]),
  );
}

function hasReasons(text: string): boolean {
  return readReasons(text).some(({ code }) => code !== AS_REPORTED);
}

function makeSentence(language: Language, { code, params }: Reason): string {
  const { alike, total, kind, status, unproven } = params;
  const sentence = Object.hasOwn(language.reasons, code)
    ? (language.reasons[code as ReasonCode] as (of: object) => string)(params)
    : language.unknownReason(code);
  const whole =
    alike !== undefined && Number(total) > 1
      ? language.worstOfSeveral({
          alike: Number(alike),
          total: Number(total),
          kind: String(kind),
          status:
            status === 'not-satisfied' || status === 'risk-accepted'
              ? status
              : 'not-assessed',
          sentence,
        })
      : sentence;
  return unproven === undefined
    ? whole
    : `${whole} ${language.evidenceNotCounted(Number(unproven))}`;
}

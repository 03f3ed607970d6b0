import {
  ControlStatus,
  type ResultsParams,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { readScope } from '../scorecard/ScorecardScope';
import { type AuditQuestion, auditQuestions } from './questions';

/** A question whose answer is on the page, and which results that is. */
export type Shown = { question: AuditQuestion; query: ResultsParams };

/** Reads which answer the page shows; undefined if it shows the list of questions. */
export function useQuestionsAddress(): Shown | undefined {
  const [params] = useSearchParams();
  return useMemo(() => readShown(params), [params]);
}

function readShown(params: URLSearchParams): Shown | undefined {
  const id = params.get('question');
  const question = auditQuestions.find(one => one.id === id);
  if (question?.answer?.in !== 'results') {
    return undefined;
  }
  const control = readControl(params, question);
  const statuses = ControlStatus.options.filter(status =>
    params.get('status')?.split(',').includes(status),
  );
  const scope = readScope(params);
  return {
    question,
    query: {
      ...question.answer.query,
      ...(scope.of !== 'organization' && scope),
      ...(control && { control }),
      ...(statuses.length > 0 && { status: statuses }),
    },
  };
}

/**
 * The control that the address names, unless the question is about others: its title
 * would be that of other results.
 */
function readControl(
  params: URLSearchParams,
  { answer, more = [] }: AuditQuestion,
): string | undefined {
  const own = [answer, ...more.map(one => one.answer)].flatMap(one =>
    one?.in === 'results' && one.query.control ? [one.query.control] : [],
  );
  const control = params.get('control') ?? undefined;
  return control && (own.length === 0 || own.includes(control))
    ? control
    : undefined;
}

/** The address of an answer on this page, with everything that it depends on. */
export function addressOfAnswer(
  { id }: Pick<AuditQuestion, 'id'>,
  { status, ...query }: ResultsParams,
): string {
  return `?${new URLSearchParams({
    question: id,
    ...query,
    ...(status && { status: status.join() }),
  })}`;
}

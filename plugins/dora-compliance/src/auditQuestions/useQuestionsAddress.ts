import {
  ControlStatus,
  type ResultsParams,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { readScope } from '../scorecard/ScorecardScope';
import { type AuditQuestion, auditQuestions } from './questions';
import { type Weakness, weaknesses } from './weaknesses';

/** A question whose answer is on the page, and which results that is. */
export type ShownQuestion = { question: AuditQuestion; query: ResultsParams };

/** Reads which answer the page shows; undefined if it shows the list of questions. */
export function useQuestionsAddress():
  | ShownQuestion
  | { weakness: Weakness }
  | undefined {
  const [params] = useSearchParams();
  return useMemo(() => readShown(params), [params]);
}

function readShown(
  params: URLSearchParams,
): ReturnType<typeof useQuestionsAddress> {
  const id = params.get('question');
  const weakness = weaknesses.find(one => one.id === id);
  if (weakness) {
    return { weakness };
  }
  const question = auditQuestions.find(one => one.id === id);
  const answer = question && findAnswer(params, question);
  if (!question || !answer) {
    return undefined;
  }
  const statuses = ControlStatus.options.filter(status =>
    params.get('status')?.split(',').includes(status),
  );
  const scope = readScope(params);
  return {
    question,
    query: {
      ...answer,
      ...(scope.of !== 'organization' && scope),
      ...(statuses.length > 0 && { status: statuses }),
    },
  };
}

/**
 * Those results of a question whose controls the address names, otherwise the first
 * ones: the title of the question would be that of other results.
 */
function findAnswer(
  params: URLSearchParams,
  { answer, more = [] }: AuditQuestion,
): ResultsParams | undefined {
  const own = [answer, ...more.map(one => one.answer)].flatMap(one =>
    one.in === 'results' ? [one.query] : [],
  );
  const named = params.get('control');
  const known = own.find(({ control }) => control?.join() === named);
  const [first] = own;
  // Results without a control are about all of them.
  return !known && named && first && !first.control
    ? { ...first, control: named.split(',') }
    : known ?? first;
}

/** The address of an answer on this page, with everything that it depends on. */
export function addressOfAnswer(
  question: AuditQuestion['id'] | Weakness['id'],
  { control, status, ...query }: ResultsParams,
): string {
  return `?${new URLSearchParams({
    question,
    ...query,
    ...(control && { control: control.join() }),
    ...(status && { status: status.join() }),
  })}`;
}

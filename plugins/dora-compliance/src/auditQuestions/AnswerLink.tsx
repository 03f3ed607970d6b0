import { Link } from '@backstage/ui';
import type { ReactNode } from 'react';
import { useRouteOrNone } from '../page/useRouteOrNone';
import { inventoryRouteRef, sourcesRouteRef } from '../routes';
import type { Answer, AuditQuestion } from './questions';
import { addressOfAnswer } from './useQuestionsAddress';

/** The way to an answer; nothing if the installer switched its page off. */
export function AnswerLink(props: {
  question: AuditQuestion;
  answer: Answer;
  /** What the link says to those who do not see what stands around it. */
  label?: string;
  children: ReactNode;
}) {
  const { question, answer, label, children } = props;
  const toInventory = useRouteOrNone(inventoryRouteRef);
  const toSources = useRouteOrNone(sourcesRouteRef);
  const address = findAddress();
  return address ? (
    <Link href={address} weight="bold" {...(label && { 'aria-label': label })}>
      {children}
    </Link>
  ) : null;

  function findAddress(): string | undefined {
    switch (answer.in) {
      case 'inventory':
        return (
          toInventory &&
          `${toInventory()}?${new URLSearchParams(answer.filter)}`
        );
      case 'results':
        return addressOfAnswer(question.id, answer.query);
      default:
        return toSources?.();
    }
  }
}

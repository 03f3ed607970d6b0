import type { ReactNode } from 'react';

/** A question about a finding, and the answer to it. */
export function Answer(props: { question: string; children: ReactNode }) {
  return (
    <div>
      <dt>{props.question}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

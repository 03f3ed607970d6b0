import { Reason, reason } from './Reason';

/** How a reason that was written as text begins. */
const WRITTEN = '{"code":"';

/**
 * A reason as text, for a field or a column that also has texts of others,
 * such as the answer of a CI system. It has no line break.
 *
 * @public
 */
export function writeReason({ code, params }: Reason): string {
  return JSON.stringify({ code, params });
}

/**
 * The reasons in a text, one a line. Text that was not written by
 * {@link writeReason} is reported as it is.
 *
 * @public
 */
export function readReasons(text: string): Reason[] {
  if (!text.includes(WRITTEN)) {
    return [asReported(text)];
  }
  const reasons: Reason[] = [];
  let own: string[] = [];
  const flush = () => {
    if (own.length > 0) {
      reasons.push(asReported(own.join('\n')));
      own = [];
    }
  };
  for (const line of text.split('\n')) {
    const written = readReason(line);
    if (written) {
      flush();
      reasons.push(written);
    } else {
      own.push(line);
    }
  }
  flush();
  return reasons;
}

function readReason(line: string): Reason | undefined {
  if (!line.startsWith(WRITTEN)) {
    return undefined;
  }
  try {
    return Reason.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

function asReported(text: string): Reason {
  return reason('as-reported', { text });
}

import type { Place } from '../json/toPointer';
import { isSecretName } from './secretNames';

/** A member whose meaning another member of the same object tells. */
export type Member = {
  key: string;
  start: number;
  end: number;
  /** Whether there is anything to read in it. */
  tells: boolean;
};

/** A list or an object whose end was not reached yet. */
export type Frame = Place & {
  start: number;
  /** How much there was to read before it. */
  told: number;
  /** The rule that all that stands directly here falls under. */
  rule: string | undefined;
  /** Whether a member says that `value` is that of a secret. */
  namesSecret: boolean;
  value: Member | undefined;
  /** Whether a member says that `content` is in base 64. */
  isEncoded: boolean;
  content: Member | undefined;
  /** Names that were taken out so far. */
  names: number;
};

/** One that opens at a place. */
export function openFrame(
  start: number,
  isObject: boolean,
  told: number,
  rule: string | undefined,
): Frame {
  return {
    isObject,
    key: '',
    index: 0,
    start,
    told,
    rule,
    namesSecret: false,
    value: undefined,
    isEncoded: false,
    content: undefined,
    names: 0,
  };
}

/** Goes on to its next member. */
export function nextMember(frame: Frame): void {
  frame.index += 1;
  if (frame.isObject) {
    frame.key = '';
    frame.rule = undefined;
  }
}

/** What a text that is a member says about the members beside it. */
export function learnFrom(frame: Frame, value: string, member: Member): void {
  switch (member.key.toLowerCase()) {
    case 'key':
    case 'name':
    case 'variable':
      frame.namesSecret ||= isSecretName(value);
      break;
    case 'encoding':
      frame.isEncoded = value.toLowerCase() === 'base64';
      break;
    case 'content':
      frame.content = member;
      break;
    default:
  }
}

/** A member came to its end; it may be that of a name that comes later. */
export function memberEnded(
  frame: Frame,
  start: number,
  end: number,
  tells: boolean,
): void {
  if (frame.isObject && frame.key.toLowerCase() === 'value') {
    frame.value = { key: frame.key, start, end, tells };
  }
}

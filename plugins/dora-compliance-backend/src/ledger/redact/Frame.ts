import type { Place } from '../json/toPointer';
import { isSecretName } from './secretNames';

/** A member whose meaning depends on another member of the same object. */
export type Member = {
  key: string;
  start: number;
  end: number;
  /** Whether it has any content. */
  tells: boolean;
};

/** A list or an object that is being scanned. */
export type Frame = Place & {
  start: number;
  /** How much content was counted before it. */
  told: number;
  /** The rule for all that it contains directly. */
  rule: string | undefined;
  /** Whether a member says that `value` is secret. */
  namesSecret: boolean;
  value: Member | undefined;
  /** Whether a member says that `content` is in base64. */
  isEncoded: boolean;
  content: Member | undefined;
  /** Names that were redacted so far. */
  names: number;
};

/** A list or an object that begins at a place. */
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

/** Starts its next member. */
export function nextMember(frame: Frame): void {
  frame.index += 1;
  if (frame.isObject) {
    frame.key = '';
    frame.rule = undefined;
  }
}

/** What a string member says about the members beside it. */
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

/** Ends a member; its name may come later. */
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

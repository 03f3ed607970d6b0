/** The kinds of messages; each can be switched off. */
export type NotificationKind =
  | 'notSatisfied'
  | 'notAssessed'
  | 'satisfied'
  | 'expiring'
  | 'digest';

/** What owners are notified of, and when. Times are in milliseconds. */
export type NotificationSettings = {
  /** False: nothing is sent. */
  enabled: boolean;
  language: 'en' | 'de';
  kinds: Readonly<Record<NotificationKind, boolean>>;
  /** Changes of an owner are sent when there was no other one for this time. */
  quietPeriod: number;
};

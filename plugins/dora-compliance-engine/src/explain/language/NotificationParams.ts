/**
 * Every sentence of notifications, and its parameters. A `control` and an `asset` are
 * titles; a `count` is that of pairs of asset and control.
 *
 * @public
 */
export type NotificationParams = {
  /** Titles of messages about one pair. */
  'not-satisfied': { control: string; asset: string };
  'not-assessed': { control: string; asset: string };
  satisfied: { control: string; asset: string };
  /** Titles of messages about several controls of one asset. */
  'not-satisfied-controls': { count: number; asset: string };
  'not-assessed-controls': { count: number; asset: string };
  'satisfied-controls': { count: number; asset: string };
  /** Titles of messages about one control of several assets. */
  'not-satisfied-assets': { control: string; assets: number };
  'not-assessed-assets': { control: string; assets: number };
  'satisfied-assets': { control: string; assets: number };
  /** Titles of messages about several controls and several assets. */
  'not-satisfied-many': { count: number; assets: number };
  'not-assessed-many': { count: number; assets: number };
  'satisfied-many': { count: number; assets: number };
  /** Titles of messages about controls that are about to be lost, as above. */
  expiring: { control: string; asset: string };
  'expiring-controls': { count: number; asset: string };
  'expiring-assets': { control: string; assets: number };
  'expiring-many': { count: number; assets: number };
  /** When one is lost. */
  'expiring-at': { at: string };
  /** The sentence that says what is wrong from then on. */
  'expiring-why': { reason: string };
  /** The pairs that are lost first, and how many others there are. */
  'expiring-first': {
    pairs: readonly { control: string; asset: string; at: string }[];
    others: number;
  };
  /** What to do about one kind of message. */
  'expiring-advice': Record<string, never>;
  'not-satisfied-advice': Record<string, never>;
  'not-assessed-advice': Record<string, never>;
  /** The pairs that matter most, and how many others there are. */
  worst: {
    pairs: readonly { control: string; asset: string }[];
    others: number;
  };
  /** The title of the weekly summary: pairs by status. */
  summary: { owner: string; notSatisfied: number; notAssessed: number };
  /** The same a week ago. */
  'summary-before': { notSatisfied: number; notAssessed: number };
  'summary-first': Record<string, never>;
  /** Assets whose review is overdue or due soon: the first of them, and how many. */
  'summary-reviews': {
    assets: readonly string[];
    others: number;
    days: number;
  };
  /** The controls that are lost first, and how many others there are. */
  'summary-expiring': {
    pairs: readonly { control: string; asset: string; at: string }[];
    others: number;
  };
  /** The assets with the greatest risk. */
  'summary-assets': { assets: readonly string[] };
};

import type { Criticality } from '../../asset/Criticality';
import type { None } from './None';

type Declared = { declared: Criticality };

/** What a reason says that the asset does not have. */
type Exempt = { lacks: 'end-of-support' | 'provider' };

/** A lower criticality than before was declared. */
type Lowered = { from: Criticality; declared: Criticality; lowered: string };

type Owner = { ownerRef: string };

type Provider = { provider: string };

/**
 * Why the owner, the record, the classification, the provider and the support
 * of an asset do, or do not, comply, with the parameters of each sentence.
 *
 * @public
 */
export type RecordReasons = {
  // owner
  'accountable-person-unknown': Owner & { user: string };
  'owner-accountable': Owner & { user: string };
  'owner-can-act': Owner & { count: number; needed: number };
  'owner-exists': Owner;
  'owner-missing': None;
  'owner-named': Owner;
  'owner-is-person': Owner;
  'owner-not-a-group': Owner;
  'owner-too-few-members': Owner & { count: number; needed: number };
  'owner-too-many-members': Owner & { count: number; most: number };
  'owner-unresolved': Owner;
  // record
  'pipelines-inventoried': { days: number };
  /** The first few names, separated by line feeds. */
  'pipelines-not-inventoried': { names: string; count: number; days: number };
  'record-complete': None;
  /** Names of fields, separated by commas. */
  'record-incomplete': { fields: string };
  /** Also has the parameters of the rule. */
  'record-unusable': {
    field: string;
    value: string;
    rule: string;
    /** Further values that can't be used. */
    more: number;
  };
  'record-usable': None;
  // classification
  classified: Declared;
  'classified-high-enough': Declared & { computed: Criticality };
  /** The path of criticality, if the reader may see it. */
  'classified-too-low': Declared & { computed: Criticality; because?: string };
  'computed-not-classified': { computed: Criticality; because?: string };
  'not-classified': None;
  'nothing-classified-above': None;
  // review
  'lowered-not-reviewed': Lowered & { reviewed?: string };
  'major-change-not-reviewed': { changed: string; reviewed?: string };
  'major-change-to-review': { changed: string };
  'never-reviewed': None;
  'no-major-change': None;
  'review-ahead': { on: string };
  'review-overdue': { reviewed: string; due: string };
  'reviewed-in-time': {
    reviewed: string;
    due: string;
    by?: string;
    record?: 'changed';
  };
  'reviewed-since-lowered': Lowered & { reviewed: string };
  'reviewed-since-major-change': { changed: string; reviewed: string };
  // exemption
  'exemption-ended': Exempt & { why: string; ended: string };
  'exemption-too-long': Exempt & { why: string; until: string };
  'exemption-unconfirmed': Exempt & { why: string };
  // provider
  'provider-contract': { contract: string };
  'provider-contract-missing': Provider;
  'provider-identified': Provider;
  'provider-missing': None;
  'provider-named': Provider;
  'provider-none': { why: string; until: string };
  'provider-registered': Provider;
  'provider-services': { services: string };
  'provider-services-missing': Provider;
  /** Names of facts, separated by commas. */
  'provider-undeclared': { facts: string };
  'provider-unidentified': Provider;
  'provider-unregistered': Provider;
  'subcontractors-declared': { count: number };
  'subcontractors-missing': Provider;
  'subcontractors-not-needed': { level: Criticality };
  'subcontractors-unclear': Provider;
  // support
  'legacy-assessed': { assessed: string; due: string };
  supported: { end: string };
  'support-ended': { end: string; assessed?: string };
  'support-not-applicable': { why: string; until: string };
  'support-unknown': None;
};

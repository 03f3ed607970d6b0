import type {
  Criticality,
  None,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { createReasons } from '../../registry/createReasons';

type Declared = { declared: Criticality };

/** A lower criticality than before was declared. */
type Lowered = { from: Criticality; declared: Criticality; lowered: string };

/**
 * Why the classification of an asset is, or is not, high enough and reviewed.
 */
export type ClassificationReasons = {
  classified: Declared;
  'classified-high-enough': Declared & { computed: Criticality };
  /** The path of criticality, if the reader may see it. */
  'classified-too-low': Declared & { computed: Criticality; because?: string };
  'computed-not-classified': { computed: Criticality; because?: string };
  'not-classified': None;
  'nothing-classified-above': None;
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
};

export const reason = createReasons<ClassificationReasons>();

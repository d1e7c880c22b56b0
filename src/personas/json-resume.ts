/** A resume as JSON Resume 1.x has it; what else a document says is kept beside. */
export interface JsonResume {
  readonly basics?: ResumeBasics;
  readonly work?: readonly ResumeWork[];
  readonly education?: readonly ResumeEducation[];
  readonly certificates?: readonly ResumeCertificate[];
  readonly skills?: readonly SkillGroup[];
  readonly [extensionName]?: unknown;
}

/** The part of a document that is ours: what a persona has and JSON Resume has no place for. */
export const extensionName = 'x-tenure';

export interface ResumeBasics {
  readonly name?: string;
  readonly label?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly url?: string;
  readonly summary?: string;
  readonly location?: { readonly city?: string; readonly region?: string; readonly countryCode?: string };
  readonly profiles?: readonly { readonly network?: string; readonly url?: string }[];
}

export interface ResumeWork {
  readonly name?: string;
  readonly position?: string;
  readonly location?: string;
  readonly startDate?: string;
  readonly endDate?: string;
  readonly summary?: string;
  readonly highlights?: readonly string[];
}

export interface ResumeEducation {
  readonly institution?: string;
  readonly studyType?: string;
  readonly area?: string;
  readonly startDate?: string;
  readonly endDate?: string;
  readonly score?: string;
  /** What `score` was called before 1.0. */
  readonly gpa?: unknown;
}

export interface ResumeCertificate {
  readonly name?: string;
  readonly issuer?: string;
  readonly date?: string;
  readonly url?: string;
}

/** Skills of one kind and level; without keywords the group is a skill itself. */
export interface SkillGroup {
  readonly name?: string;
  readonly level?: string;
  readonly keywords?: readonly string[];
}

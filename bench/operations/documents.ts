// The operations as texts. PostGraphile's differ in the names of fields only: aliases give its answers the same shape.

export type OperationName = 'Q0' | 'Q1' | 'Q2' | 'Q3' | 'Q4' | 'Q5';

export const operationTitles: Readonly<Record<OperationName, string>> = {
  Q0: 'ping',
  Q1: 'my job list: 20 rows with 12 fields of the posting, totalCount',
  Q2: 'persona with skills, 50 matches and applications',
  Q3: 'favourite toggle',
  Q4: '200 rows of 15 leaves, in two lists of 100',
  Q5: "another tenant's persona is null",
};

const wide = 'title companyName location country workModel seniorityLevel salaryMin salaryMax postedDate';
const brief = 'title companyName';
const listed = `${wide} employmentType salaryCurrency`;
const jobFields = 'status isFavorite fitScore discoveredAt';
const personaFields = 'fullName email currentRole yearsExperience minimumBaseSalary remotePreference createdAt';
const skillFields = 'skillName skillType proficiency yearsUsed displayOrder';

/** Tenure's own; the limit and the naive stack are asked with the same texts. */
export const tenureDocuments: Readonly<Record<OperationName, string>> = {
  Q0: 'query Q0 { __typename }',
  Q1: `query Q1($personaId: ID!) {
    personaJobs(personaId: $personaId, filter: { statuses: [DISCOVERED] }, sort: FIT_DESC, first: 20) {
      totalCount
      nodes { id ${jobFields} posting { id ${listed} } }
    }
  }`,
  Q2: `query Q2($personaId: ID!) {
    persona(id: $personaId) { id ${personaFields} skills { id ${skillFields} } }
    personaJobs(personaId: $personaId, first: 50) { nodes { id status fitScore posting { id ${brief} } } }
    applications(personaId: $personaId, first: 50) { nodes { id status appliedAt posting { id ${brief} } } }
  }`,
  Q3: `mutation Q3($id: ID!, $favorite: Boolean!) {
    setFavorite(id: $id, favorite: $favorite) { id isFavorite }
  }`,
  Q4: `query Q4($firstId: ID!, $secondId: ID!) {
    first: personaJobs(personaId: $firstId, first: 100) { nodes { id ${jobFields} posting { id ${wide} } } }
    second: personaJobs(personaId: $secondId, first: 100) { nodes { id ${jobFields} posting { id ${wide} } } }
  }`,
  Q5: 'query Q5($personaId: ID!) { persona(id: $personaId) { id fullName } }',
};

const job = (fields: string, posting: string): string =>
  `nodes { id: rowId ${fields} posting: jobPostingByJobPostingId { id: rowId ${posting} } }`;
const rankedJobs = (persona: string, first: number): string =>
  `allPersonaJobs(condition: { personaId: $${persona}, isFiltered: false }, orderBy: [FIT_SCORE_DESC, ROW_ID_DESC], first: ${first})`;

export const postgraphileDocuments: Readonly<Record<OperationName, string>> = {
  Q0: tenureDocuments.Q0,
  Q1: `query Q1($personaId: UUID!) {
    personaJobs: allPersonaJobs(
      condition: { personaId: $personaId, status: "DISCOVERED", isFiltered: false }
      orderBy: [FIT_SCORE_DESC, ROW_ID_DESC]
      first: 20
    ) { totalCount ${job(jobFields, listed)} }
  }`,
  Q2: `query Q2($personaId: UUID!) {
    persona: personaByRowId(rowId: $personaId) {
      id: rowId ${personaFields}
      skills: skillsByOwnerIdAndPersonaId(orderBy: [DISPLAY_ORDER_ASC, ROW_ID_ASC]) { nodes { id: rowId ${skillFields} } }
    }
    personaJobs: ${rankedJobs('personaId', 50)} { ${job('status fitScore', brief)} }
    applications: allApplications(
      condition: { personaId: $personaId }
      orderBy: [STATUS_UPDATED_AT_DESC, ROW_ID_DESC]
      first: 50
    ) { ${job('status appliedAt', brief)} }
  }`,
  Q3: `mutation Q3($id: UUID!, $favorite: Boolean!) {
    setFavorite: updatePersonaJobByRowId(input: { rowId: $id, personaJobPatch: { isFavorite: $favorite } }) {
      personaJob { id: rowId isFavorite }
    }
  }`,
  Q4: `query Q4($firstId: UUID!, $secondId: UUID!) {
    first: ${rankedJobs('firstId', 100)} { ${job(jobFields, wide)} }
    second: ${rankedJobs('secondId', 100)} { ${job(jobFields, wide)} }
  }`,
  Q5: 'query Q5($personaId: UUID!) { persona: personaByRowId(rowId: $personaId) { id: rowId fullName } }',
};

/** For pages at depth, which Tenure alone is asked for: the first page, one behind a cursor, and where the list ends. */
export const depthDocuments = {
  first: 'query First($personaId: ID!) { personaJobs(personaId: $personaId, first: 20) { nodes { id fitScore } } }',
  deep: `query Deep($personaId: ID!, $after: String!) {
    personaJobs(personaId: $personaId, first: 20, after: $after) { nodes { id fitScore } }
  }`,
  end: 'query End($personaId: ID!) { personaJobs(personaId: $personaId, last: 100) { pageInfo { startCursor } } }',
} as const;

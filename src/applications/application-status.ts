export const applicationStatuses = ['APPLIED', 'INTERVIEWING', 'OFFER', 'ACCEPTED', 'REJECTED', 'WITHDRAWN'] as const;
export type ApplicationStatus = (typeof applicationStatuses)[number];

export const interviewStages = ['PHONE_SCREEN', 'ONSITE', 'FINAL_ROUND'] as const;
export type InterviewStage = (typeof interviewStages)[number];

/** Where applications stand: pages of matches tell of it too. */
export const words = {
  statuses: {
    APPLIED: 'Applied',
    INTERVIEWING: 'Interviewing',
    OFFER: 'Offer',
    ACCEPTED: 'Accepted',
    REJECTED: 'Rejected',
    WITHDRAWN: 'Withdrawn',
  },
  events: {
    APPLIED: 'Applied',
    STATUS_CHANGED: 'Interviewing',
    OFFER_RECEIVED: 'Offer received',
    OFFER_ACCEPTED: 'Offer accepted',
    REJECTED: 'Rejected',
    WITHDRAWN: 'Withdrawn',
  },
  interviewStages: {
    PHONE_SCREEN: 'Phone screen',
    ONSITE: 'On site',
    FINAL_ROUND: 'Final round',
  },
  beforeInterviews: 'Before any interview',
  equityTypes: {
    RSU: 'Shares (RSU)',
    OPTIONS: 'Options',
  },
  noWayOn: (from: string, to: string) => `${from} does not lead to ${to}: it is an end.`,
  otherWays: (from: string, to: string, ways: string) => `${from} does not lead to ${to}, but to ${ways}.`,
};

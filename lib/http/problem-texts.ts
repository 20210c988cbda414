/** When the API answers with which problem. */
export const PROBLEM_TEXTS = {
  400: 'The request cannot be read: the body is not JSON, or the path is not valid percent-encoding.',
  401: 'No token was shown, or it is not valid (any more).',
  403: 'The token was not made for this, or its maker may not do it.',
  404: 'There is nothing here that may be read.',
  405: 'The address does not serve this method.',
  408: 'The request did not arrive in time.',
  409: 'What is asked for is done already.',
  412: '`If-Match` names another version, as when somebody has saved since: `ETag` is the one to look at.',
  413: 'The body is larger than 1,048,576 bytes.',
  414: 'The path is longer than 2,048 characters.',
  415: 'The body is not declared as application/json.',
  422: 'A value cannot be accepted; `errors` says which and why.',
  428: 'Say with `If-Match` which version the change is based on.',
  429: 'Too many requests; `Retry-After` says in how many seconds to try again.',
  431: 'The head of the request is larger than 16,384 bytes.',
  500: 'Something failed on our side; `requestId` finds it in the log.',
  503: 'The server is starting or its database does not answer; `Retry-After` says in how many seconds to try again.',
} as const

export type ProblemStatus = keyof typeof PROBLEM_TEXTS

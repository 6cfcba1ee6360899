/** What is needed once a file is sent: a chunk of its own, since most who open a form attach nothing. */
export { follow } from './follow'
export { send } from './send'

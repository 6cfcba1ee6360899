import MessageButton from './message-button'
import { askClient } from './words'

/** A freelancer asks a task's client. */
export default function AskButton({ taskId }: { taskId: string }) {
  return (
    <MessageButton taskId={taskId} className="w-full">
      {askClient}
    </MessageButton>
  )
}

import { useEffect, useEffectEvent } from 'react'
import { useUpdateMeMutation } from '@/api/people-api'
import { toProblem } from '@/api/problem'
import { notify } from '@/components/ui/notify'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { PictureField } from '@/components/files/picture-field'
import { useUploads } from '@/components/files/use-uploads'
import { cx } from '@/lib/class-names'
import { avatarHeight } from './avatar-height'
import * as words from './form-words'

/** The person's picture: saved as soon as it has been sent and checked. */
export default function AvatarEditor({ avatarId }: { avatarId: string | null }) {
  const uploads = useUploads('avatar')
  const [update, { error }] = useUpdateMeMutation()
  const sent = uploads.entries.find(({ step }) => step.at === 'clean')?.id

  async function save(id: string | null): Promise<void> {
    const result = await update({ avatarId: id })
    if ('error' in result) return
    notify.success(id ? words.pictureSaved : words.pictureRemoved)
    if (id) uploads.finish()
  }

  const onSent = useEffectEvent((id: string) => void save(id))
  useEffect(() => {
    if (sent) onSent(sent)
  }, [sent])

  return (
    <Card className={cx('mb-6', avatarHeight(avatarId))}>
      {error && (
        <Notice tone="danger" live className="mb-4">
          {toProblem(error).detail}
        </Notice>
      )}
      <PictureField
        name="avatarId"
        label={words.yourPicture}
        purpose="avatar"
        uploads={uploads}
        current={avatarId}
        onRemoveCurrent={() => void save(null)}
      />
    </Card>
  )
}

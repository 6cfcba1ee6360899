"""What holds data outlives its stack, and a first deployment that failed leaves nothing in the way of the next."""

import unittest

from common import OPERATIONS, resources

# What cannot be had back once it is deleted, or only by a restore.
HOLDS_DATA = {"AWS::DynamoDB::GlobalTable", "AWS::S3::Bucket", "AWS::S3::BucketPolicy", "AWS::Backup::BackupVault", "AWS::ECR::Repository"}


class Keeping(unittest.TestCase):
    def test_what_holds_data_is_kept_unless_it_was_never_whole(self):
        found = 0
        for file, id, resource in resources():
            if resource["Type"] in HOLDS_DATA:
                found += 1
                self.assertEqual(resource.get("DeletionPolicy"), "RetainExceptOnCreate", f"{file}, {id}")
                self.assertEqual(resource.get("UpdateReplacePolicy"), "Retain", f"{file}, {id}")
            else:
                self.assertNotEqual(resource.get("DeletionPolicy"), "Retain", f"{file}, {id}: a failed create would leave it")
        self.assertGreaterEqual(found, 8)

    def test_the_manual_cleans_up_each_kept_name(self):
        text = OPERATIONS.read_text()
        clean_up = text[text.index("## Start over") : text.index("## Fail over")]
        for file, id, resource in resources():
            if resource["Type"] not in HOLDS_DATA or file == "infra/images.yaml":
                continue
            name = resource["Properties"].get("BucketName") or resource["Properties"].get("TableName") or resource["Properties"].get("BackupVaultName")
            if name:
                name = name["Fn::Sub"].replace("${Stage}", "dev").replace("${AWS::AccountId}", "$ACCOUNT").replace("${AWS::Region}", "$REGION")
                self.assertIn(name, clean_up, f"{file}, {id}")


if __name__ == "__main__":
    unittest.main()
